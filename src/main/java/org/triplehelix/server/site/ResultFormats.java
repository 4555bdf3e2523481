package org.triplehelix.server.site;

import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.triplehelix.export.Rdf12Formats;
import org.triplehelix.server.pipeline.Format;

/**
 * The forms of rows, truth values, graphs and datasets, and what writes them. Those of version 1.2
 * hold triple terms; the others never do.
 */
public final class ResultFormats {
  public static final Format JSON =
      Format.of(
          "json",
          "application/sparql-results+json",
          "application/json",
          "application/sparql-results+json;version=1.1");
  public static final Format XML =
      Format.of(
          "xml",
          "application/sparql-results+xml",
          "application/xml",
          "text/xml",
          "application/sparql-results+xml;version=1.1");
  public static final Format CSV = Format.text("csv", "text/csv", "text/csv;header=present");
  public static final Format TSV =
      Format.text("tsv", "text/tab-separated-values", "text/tab-separated-values;version=1.1");

  public static final Format JSON12 = JSON.inVersion("1.2");
  public static final Format XML12 = XML.inVersion("1.2");
  public static final Format TSV12 = TSV.inVersion("1.2");

  public static final Format TURTLE =
      Format.text(
          "ttl",
          "text/turtle",
          "turtle",
          "application/x-turtle",
          "text/n3",
          "n3",
          "text/turtle;version=1.1");
  public static final Format NTRIPLES =
      Format.of(
          "nt",
          "application/n-triples",
          "ntriples",
          "n-triples",
          "application/n-triples;version=1.1");
  public static final Format TRIG =
      Format.of("trig", "application/trig", "application/x-trig", "application/trig;version=1.1");
  public static final Format NQUADS =
      Format.of(
          "nq", "application/n-quads", "nquads", "n-quads", "application/n-quads;version=1.1");
  public static final Format JSONLD =
      Format.of("jsonld", "application/ld+json", "json-ld", "application/json");
  public static final Format RDFXML =
      Format.of(
          "rdf",
          "application/rdf+xml",
          "rdfxml",
          "rdf+xml",
          "xml",
          "application/xml",
          "application/rdf+xml;version=1.1");

  public static final Format TURTLE12 = TURTLE.inVersion("1.2");
  public static final Format NTRIPLES12 = NTRIPLES.inVersion("1.2");
  public static final Format TRIG12 = TRIG.inVersion("1.2");
  public static final Format NQUADS12 = NQUADS.inVersion("1.2");

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
          ResultSetLang.RS_Text,
          JSON12,
          ResultSetLang.RS_JSON,
          XML12,
          ResultSetLang.RS_XML,
          TSV12,
          ResultSetLang.RS_TSV);

  /** Of graphs. */
  public static final Map<Format, RDFFormat> GRAPHS =
      Map.of(
          TURTLE, RDFFormat.TURTLE_PRETTY,
          NTRIPLES, RDFFormat.NTRIPLES,
          JSONLD, RDFFormat.JSONLD11,
          RDFXML, RDFFormat.RDFXML_PLAIN,
          TURTLE12, Rdf12Formats.TURTLE,
          NTRIPLES12, RDFFormat.NTRIPLES);

  /** Of graphs with names. */
  public static final Map<Format, RDFFormat> DATASETS =
      Map.of(
          TRIG, RDFFormat.TRIG_PRETTY,
          NQUADS, RDFFormat.NQUADS,
          JSONLD, RDFFormat.JSONLD11,
          TRIG12, Rdf12Formats.TRIG,
          NQUADS12, RDFFormat.NQUADS);

  /** In the order in which they are offered. */
  public static final List<Format> OF_ROWS = List.of(JSON, XML, CSV, TSV, Format.PLAIN);

  /** The same of what may have triple terms. */
  public static final List<Format> OF_ROWS12 =
      List.of(JSON12, XML12, CSV, TSV12, Format.PLAIN, JSON, XML, TSV);

  /** In the order in which they are offered. */
  public static final List<Format> OF_GRAPHS = List.of(TURTLE, JSONLD, NTRIPLES, RDFXML);

  /** The same of what may have triple terms. */
  public static final List<Format> OF_GRAPHS12 =
      List.of(TURTLE12, JSONLD, NTRIPLES12, RDFXML, TURTLE, NTRIPLES);

  private ResultFormats() {}

  /** Whether a form holds triple terms. */
  public static boolean holdsTripleTerms(Format format) {
    return format.version().equals("1.2");
  }
}
