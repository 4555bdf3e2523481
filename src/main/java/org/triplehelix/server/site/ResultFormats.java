package org.triplehelix.server.site;

import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.triplehelix.server.pipeline.Format;

/** The forms of rows, truth values and graphs, and what writes them. */
public final class ResultFormats {
  private static final Format JSON =
      Format.of("json", "application/sparql-results+json", "application/json");
  private static final Format XML =
      Format.of("xml", "application/sparql-results+xml", "application/xml", "text/xml");
  private static final Format CSV = Format.text("csv", "text/csv");
  private static final Format TSV = Format.text("tsv", "text/tab-separated-values");
  private static final Format TURTLE =
      Format.text("ttl", "text/turtle", "turtle", "application/x-turtle", "text/n3", "n3");
  private static final Format NTRIPLES =
      Format.of("nt", "application/n-triples", "ntriples", "n-triples");
  private static final Format JSONLD =
      Format.of("jsonld", "application/ld+json", "json-ld", "application/json");
  private static final Format RDFXML =
      Format.of("rdf", "application/rdf+xml", "rdfxml", "rdf+xml", "xml", "application/xml");

  /** Of rows and truth values. */
  public static final Map<Format, Lang> ROWS =
      Map.of(
          JSON,
          ResultSetLang.RS_JSON,
          XML,
          ResultSetLang.RS_XML,
          CSV,
          ResultSetLang.RS_CSV,
          TSV,
          ResultSetLang.RS_TSV,
          Format.PLAIN,
          ResultSetLang.RS_Text);

  /** Of graphs. */
  public static final Map<Format, RDFFormat> GRAPHS =
      Map.of(
          TURTLE, RDFFormat.TURTLE_PRETTY,
          NTRIPLES, RDFFormat.NTRIPLES,
          JSONLD, RDFFormat.JSONLD11,
          RDFXML, RDFFormat.RDFXML_PLAIN);

  /** In the order in which they are offered. */
  public static final List<Format> OF_ROWS = List.of(JSON, XML, CSV, TSV, Format.PLAIN);

  /** In the order in which they are offered. */
  public static final List<Format> OF_GRAPHS = List.of(TURTLE, JSONLD, NTRIPLES, RDFXML);

  private ResultFormats() {}
}
