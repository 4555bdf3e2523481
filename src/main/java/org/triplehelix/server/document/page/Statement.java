package org.triplehelix.server.document.page;

import java.util.List;
import org.triplehelix.server.site.Ref;

/**
 * One value of a property, or one fact.
 *
 * @param value a thing or a text
 * @param parts what more there is to say in the row: properties with their values
 * @param marks that it is planned, doubted, inferred …
 * @param notes of the curators
 * @param proofs where it was read
 */
public record Statement(
    Ref value, List<Part> parts, List<Mark> marks, List<Note> notes, List<Proof> proofs) {

  /**
   * A property with its values, in a line.
   *
   * @param property what is said
   * @param values of which
   */
  public record Part(String property, List<Ref> values) {}
}
