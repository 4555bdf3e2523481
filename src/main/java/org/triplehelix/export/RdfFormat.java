package org.triplehelix.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.RDFFormat;

/** The RDF formats in which a release is written, by the name the command line gives them. */
public enum RdfFormat {
  NQUADS("nquads", RDFFormat.NQUADS, true),
  TRIG("trig", RDFFormat.TRIG_PRETTY, true),
  JSONLD("jsonld", RDFFormat.JSONLD11, true),
  NTRIPLES("ntriples", RDFFormat.NTRIPLES, false),
  TURTLE("turtle", RDFFormat.TURTLE_PRETTY, false),
  RDFXML("rdfxml", RDFFormat.RDFXML_PLAIN, false);

  private final String label;
  private final RDFFormat jena;
  private final boolean graphs;

  RdfFormat(String label, RDFFormat jena, boolean graphs) {
    this.label = label;
    this.jena = jena;
    this.graphs = graphs;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** Whether it holds all graphs; the others hold the default graph. */
  public boolean holdsGraphs() {
    return graphs;
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
