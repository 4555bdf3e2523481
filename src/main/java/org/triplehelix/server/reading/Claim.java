package org.triplehelix.server.reading;

import java.util.List;
import org.triplehelix.server.site.Ref;

/**
 * A claim as pages show it.
 *
 * @param parts what it says: one part, or subject, property and object
 * @param about its name
 * @param href its own page
 * @param printed its words in the document; may be empty
 * @param kind what kind of statement it is; empty for a plain triple
 * @param marks that it is planned, doubted …
 * @param notes of the curators, in the page's language
 * @param speaker who says it, where that is not the author
 * @param place where it stands
 */
public record Claim(
    List<Ref> parts,
    String about,
    String href,
    List<String> printed,
    String kind,
    List<Mark> marks,
    List<String> notes,
    List<Ref> speaker,
    Place place) {

  /**
   * A mark at a claim.
   *
   * @param text what it says
   * @param style how it looks
   */
  public record Mark(String text, String style) {}

  /**
   * A passage.
   *
   * @param number in its document
   * @param href in the page of its document
   * @param gloss in English
   * @param sentence as printed, where the document is at hand; else empty
   * @param source its document
   */
  public record Place(String number, String href, String gloss, String sentence, Ref source) {}
}
