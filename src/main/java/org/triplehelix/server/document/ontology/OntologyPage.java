package org.triplehelix.server.document.ontology;

import java.util.List;
import org.triplehelix.entity.Description;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;

/**
 * The reference of the ontology.
 *
 * @param frame around the page
 * @param title of the ontology
 * @param description of the ontology
 * @param header what is said of it: addresses, version, licence
 * @param citation in words
 * @param changes of each version
 * @param topics with their terms
 * @param schemes of concepts
 * @param alignments with other vocabularies
 * @param borrowed terms of other vocabularies that are used as they are
 * @param sparql the query behind the counts
 * @param workbench where it can be run
 * @param downloads of the whole
 */
public record OntologyPage(
    Frame frame,
    String title,
    String description,
    List<Row> header,
    String citation,
    List<String> changes,
    List<Topic> topics,
    List<Scheme> schemes,
    List<Vocabulary> alignments,
    List<Vocabulary> borrowed,
    String sparql,
    String workbench,
    List<Ref> downloads) {

  /**
   * Terms that belong together.
   *
   * @param name in addresses
   * @param title in the language of the page
   * @param classes number of them
   * @param properties number of them
   * @param diagram of classes and relations
   * @param terms classes first, then properties, then fixed individuals
   */
  public record Topic(
      String name,
      String title,
      String lead,
      long classes,
      long properties,
      Diagram diagram,
      List<Term> terms) {}

  /**
   * A term.
   *
   * @param name its local name, the fragment of its address
   * @param kind class, property or individual, in the language of the page
   * @param label in the language of the page
   * @param other label in the other language
   * @param definition in the language of the page
   * @param count how often it is used, in words
   * @param rows what else is said of it
   * @param examples of its use in this release
   */
  public record Term(
      String name,
      String kind,
      String label,
      String other,
      String definition,
      String count,
      List<Row> rows,
      List<Example> examples) {}

  /** Values of a kind, with what they are. */
  public record Row(String title, List<Ref> values) {}

  /**
   * An example: a thing, or a statement.
   *
   * @param subject the thing
   * @param object what the statement leads to; null for a thing
   */
  public record Example(Ref subject, Ref object) {}

  /** A scheme of concepts, with how many it has. */
  public record Scheme(Ref name, String definition, int concepts) {}

  /** Another vocabulary, with the terms in question. */
  public record Vocabulary(Ref name, List<Row> terms) {}

  /** The reference of an ontology as a release uses it. */
  public static OntologyPage of(
      Description ontology, Usage usage, Frame frame, Site site, List<Ref> downloads) {
    return new Reference(ontology, usage, frame, site).page(downloads);
  }

  /** How many terms there are. */
  public int terms() {
    return topics.stream().mapToInt(topic -> topic.terms().size()).sum();
  }
}
