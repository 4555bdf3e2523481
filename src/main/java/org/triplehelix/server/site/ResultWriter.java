package org.triplehelix.server.site;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.impl.XMLLiteralType;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.writer.NTriplesWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.triplehelix.export.JsonRowSetWriter;
import org.triplehelix.query.run.AnswerWriter;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;

/**
 * Writes the answer of a query in a format.
 *
 * @param format which fits the form of the query
 * @param context of the dataset
 */
public record ResultWriter(Format format, Context context) implements AnswerWriter {

  @Override
  public void rows(RowSet rows, OutputStream out) {
    RowSet held = holdsTripleTerms() ? rows : withoutTripleTerms(rows);
    RowSet writable = isXml() ? checked(held) : held;
    writer().write(out, format.equals(ResultFormats.CSV) ? labelled(writable) : writable, context);
  }

  @Override
  public void truth(boolean truth, OutputStream out) {
    writer().write(out, truth, context);
  }

  @Override
  public void graph(Graph graph, OutputStream out) {
    if (!holdsTripleTerms()) {
      graph.find().forEach(t -> demandNone(t.getObject(), ResultFormats.OF_GRAPHS12));
    }
    if (format.equals(ResultFormats.RDFXML)) {
      graph.find().forEach(t -> demandXml(t.getObject()));
    }
    RDFFormat form = ResultFormats.GRAPHS.get(format);
    try {
      if (form.equals(RDFFormat.NTRIPLES)) {
        lines(graph, out);
      } else {
        RDFWriter.source(graph).format(form).output(out);
      }
    } catch (QueryException e) {
      throw e;
    } catch (JenaException e) {
      throw doesNotHold("a name or a value");
    }
  }

  /** Given a stream, Jena puts buffers of a hundred kilobytes and more before it. */
  private static void lines(Graph graph, OutputStream out) {
    try {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      NTriplesWriter.write(writer, graph.find());
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An XML literal is written as it is, and would break the document. */
  private void demandXml(Node node) {
    if (node.isLiteral()
        && XMLLiteralType.isXMLLiteral(node.getLiteralDatatype())
        && !node.getLiteral().isWellFormed()) {
      throw doesNotHold("an XML literal that is no XML");
    }
  }

  /** XML has no way to write most of the control characters. */
  private void demandCharacters(Node node) {
    if (node.isLiteral() && !isOfXml(node.getLiteralLexicalForm())) {
      throw doesNotHold("a control character");
    }
  }

  private static boolean isOfXml(String text) {
    return text.chars().allMatch(c -> c >= ' ' ? c < 0xfffe : c == '\t' || c == '\n' || c == '\r');
  }

  private Problem doesNotHold(String what) {
    return new Problem(
        Problem.Kind.NOT_ACCEPTABLE,
        "The answer has " + what + " that " + format.exactType() + " cannot hold.",
        "Ask for another format.");
  }

  private boolean isXml() {
    return format.mediaType().equals(ResultFormats.XML.mediaType());
  }

  private RowSet checked(RowSet rows) {
    return RowSetStream.create(rows.getResultVars(), Iter.map(rows, this::checked));
  }

  private Binding checked(Binding row) {
    row.forEach((variable, node) -> demandCharacters(node));
    return row;
  }

  /** CSV has blank nodes as _:x, where Jena writes their labels as plain text. */
  private static RowSet labelled(RowSet rows) {
    Map<Node, Node> labels = new HashMap<>();
    return RowSetStream.create(rows.getResultVars(), Iter.map(rows, row -> labelled(row, labels)));
  }

  private static Binding labelled(Binding row, Map<Node, Node> labels) {
    BindingBuilder labelled = Binding.builder();
    row.forEach(
        (variable, node) -> labelled.add(variable, node.isBlank() ? label(node, labels) : node));
    return labelled.build();
  }

  private static Node label(Node node, Map<Node, Node> labels) {
    return labels.computeIfAbsent(
        node, n -> NodeFactory.createLiteralString("_:b" + labels.size()));
  }

  private boolean holdsTripleTerms() {
    return ResultFormats.holdsTripleTerms(format);
  }

  private RowSet withoutTripleTerms(RowSet rows) {
    return RowSetStream.create(rows.getResultVars(), Iter.map(rows, this::withoutTripleTerms));
  }

  private Binding withoutTripleTerms(Binding row) {
    row.forEach((variable, node) -> demandNone(node, ResultFormats.OF_ROWS12));
    return row;
  }

  /** Writers would drop it, fail, or break what RDF 1.1 promises to those who read it. */
  private void demandNone(Node node, List<Format> formats) {
    if (node.isTripleTerm()) {
      List<String> able =
          formats.stream().filter(ResultFormats::holdsTripleTerms).map(Format::exactType).toList();
      throw new Problem(
              Problem.Kind.NOT_ACCEPTABLE,
              "The answer has a triple term, which " + format.exactType() + " does not hold.",
              "Ask at /sparql-1.2 for one of the formats that do.")
          .with("available", able);
    }
  }

  private RowSetWriter writer() {
    Lang lang = ResultFormats.ROWS.get(format);
    return lang.equals(ResultSetLang.RS_JSON)
        ? new JsonRowSetWriter()
        : RowSetWriterRegistry.getFactory(lang).create(lang);
  }
}
