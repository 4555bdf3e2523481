package org.triplehelix.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.RDFFormat;

/**
 * The RDF formats in which a release is written, by the name the command line gives them. Those of
 * RDF 1.2 hold its view with reified claims.
 */
public enum RdfFormat {
  NQUADS("nquads", RDFFormat.NQUADS, true, false),
  TRIG("trig", RDFFormat.TRIG_PRETTY, true, false),
  JSONLD("jsonld", RDFFormat.JSONLD11, true, false),
  NTRIPLES("ntriples", RDFFormat.NTRIPLES, false, false),
  TURTLE("turtle", RDFFormat.TURTLE_PRETTY, false, false),
  RDFXML("rdfxml", RDFFormat.RDFXML_PLAIN, false, false),
  NQUADS12("nquads-1.2", RDFFormat.NQUADS, true, true),
  TRIG12("trig-1.2", Rdf12Formats.TRIG, true, true),
  NTRIPLES12("ntriples-1.2", RDFFormat.NTRIPLES, false, true),
  TURTLE12("turtle-1.2", Rdf12Formats.TURTLE, false, true);

  private final String label;
  private final RDFFormat jena;
  private final boolean graphs;
  private final boolean reified;

  RdfFormat(String label, RDFFormat jena, boolean graphs, boolean reified) {
    this.label = label;
    this.jena = jena;
    this.graphs = graphs;
    this.reified = reified;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** The end of its files' names, without the point. */
  public String extension() {
    return jena.getLang().getFileExtensions().get(0);
  }

  /** Whether it holds all graphs; the others hold the default graph. */
  public boolean holdsGraphs() {
    return graphs;
  }

  /** Whether it holds triple terms, and so the view in which claims reify. */
  public boolean holdsTripleTerms() {
    return reified;
  }

  /** Whether it has one line for each statement, sorted: same statements, same bytes. */
  boolean hasLines() {
    return jena.equals(RDFFormat.NQUADS) || jena.equals(RDFFormat.NTRIPLES);
  }

  RDFFormat jena() {
    return jena;
  }

  /** The format of that name. */
  public static Optional<RdfFormat> named(String label) {
    return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
  }

  /** All names, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(RdfFormat::label).collect(Collectors.joining(", "));
  }
}
