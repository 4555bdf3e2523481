package org.triplehelix.server.document.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.entity.Description;
import org.triplehelix.server.site.Cited;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;

/**
 * What the page of a thing shows.
 *
 * @param frame around the page
 * @param iri its name
 * @param title what it is called in the page's language
 * @param names its other names, in both languages
 * @param kinds what it is
 * @param definition in the page's language; empty if it has none
 * @param claimed subject, property and object, if it is a claim
 * @param self marks, notes and proofs, if it is a claim or a many-sided fact
 * @param figure the number, if it is a figure; else null
 * @param passage the sentence, if it is a passage; else null
 * @param compare where it is compared with others; empty if it is no place or theme
 * @param positions in it, if it is a ranking or an edition of one
 * @param figures that tell of it
 * @param figuresTitle of their section
 * @param groups of statements
 * @param unasserted what is said of it and not stated, or not stood by
 * @param inferred what follows
 * @param identities records of the same thing elsewhere
 * @param locator where it is, if it is a place whose coordinates are known; else null
 * @param neighbourhood what it is linked with
 * @param downloads in the formats of RDF
 * @param cited how it is cited
 * @param query that gives the data of the page
 */
public record ThingPage(
    Frame frame,
    String iri,
    Ref title,
    List<Ref> names,
    List<Ref> kinds,
    String definition,
    List<Ref> claimed,
    Statement self,
    FigureRow figure,
    PassageView passage,
    String compare,
    List<Position> positions,
    List<FigureRow> figures,
    String figuresTitle,
    List<Group> groups,
    Group unasserted,
    Group inferred,
    List<Identity> identities,
    Locator locator,
    Neighbourhood neighbourhood,
    List<Ref> downloads,
    Cited cited,
    String query) {

  /**
   * A record of the same thing elsewhere.
   *
   * @param authority that keeps it
   * @param identifier there
   * @param url of the record
   * @param confidence that it is the same
   * @param note of the curators
   */
  public record Identity(
      String authority, String identifier, String url, String confidence, String note) {}

  /**
   * The page of what is described.
   *
   * @param path of its name
   */
  public static ThingPage of(
      Description description, String path, List<Ref> downloads, Site site, String language) {
    return new PageMaking(description, site, language).page(path, downloads);
  }

  /** What the page tells, in a sentence. */
  public String description() {
    if (passage != null) {
      return frame.text(
          "thing.describes.passage",
          title.text(),
          passage.proof().source().text(),
          passage.statements().size());
    }
    if (figure != null) {
      return frame.text(
          "thing.describes.figure",
          title.text(),
          figure.amount().text(),
          figure.statement().proofs().stream()
              .map(proof -> proof.passage().text())
              .collect(Collectors.joining(frame.text("thing.comma"))));
    }
    String kind =
        kinds.stream().map(Ref::text).collect(Collectors.joining(frame.text("thing.comma")));
    return definition.isEmpty()
        ? frame.text("thing.describes", title.text(), kind)
        : frame.text("thing.describes.defined", title.text(), kind, definition);
  }

  /** The sections with their titles, for the list of contents: the key facts before the figures. */
  public List<Ref> contents() {
    List<Ref> contents = new ArrayList<>();
    Stream.concat(groups.stream(), Stream.of(unasserted, inferred))
        .filter(group -> !group.isEmpty())
        .forEach(group -> contents.add(new Ref(group.title(), "", "#" + group.name())));
    int afterKey = groups.stream().anyMatch(group -> group.name().equals("key")) ? 1 : 0;
    if (!positions.isEmpty()) {
      contents.add(afterKey, new Ref(frame.text("thing.positions"), "", "#positions"));
    }
    if (!figures.isEmpty()) {
      contents.add(afterKey, new Ref(figuresTitle, "", "#figures"));
    }
    return contents;
  }
}
