package org.triplehelix.export;

import java.io.OutputStream;
import java.io.Writer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFFormatVariant;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.riot.WriterDatasetRIOTFactory;
import org.apache.jena.riot.WriterGraphRIOTFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.writer.WriterDatasetRIOTBase;
import org.apache.jena.riot.writer.WriterGraphRIOTBase;
import org.apache.jena.riot.writer.WriterStreamRDFBlocks;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;

/**
 * Turtle and TriG with triple terms that Jena reads too: up to 5.6.0 its parser takes no {@code
 * true} or {@code false} within a triple term (apache/jena issue 3661), where its own writers put
 * them. Here they stand there as {@code "true"^^xsd:boolean}.
 */
public final class Rdf12Formats {
  private static final RDFFormatVariant VARIANT = new RDFFormatVariant("1.2");

  public static final RDFFormat TURTLE = new RDFFormat(Lang.TURTLE, VARIANT);
  public static final RDFFormat TRIG = new RDFFormat(Lang.TRIG, VARIANT);

  static {
    WriterGraphRIOTFactory ofGraphs = format -> new OfGraphs();
    WriterDatasetRIOTFactory ofDatasets = format -> new OfDatasets();
    RDFWriterRegistry.register(TURTLE, ofGraphs);
    RDFWriterRegistry.register(TRIG, ofDatasets);
  }

  private Rdf12Formats() {}

  private static final class Stream extends WriterStreamRDFBlocks {
    Stream(OutputStream out, Context context) {
      super(out, context);
    }

    Stream(Writer out, Context context) {
      super(out, context);
    }

    @Override
    protected void outputNode(Node node) {
      if (node.isTripleTerm()) {
        Triple triple = node.getTriple();
        out.print("<<( ");
        outputNode(triple.getSubject());
        out.print(" ");
        outputNode(triple.getPredicate());
        out.print(" ");
        outputWithin(triple.getObject());
        out.print(" )>>");
      } else {
        super.outputNode(node);
      }
    }

    private void outputWithin(Node object) {
      if (object.isLiteral() && object.getLiteralDatatype().equals(XSDDatatype.XSDboolean)) {
        out.print(NodeFmtLib.strNT(object));
      } else {
        outputNode(object);
      }
    }

    void write(Graph graph, PrefixMap prefixes, String base) {
      start();
      StreamRDFOps.sendGraphToStream(graph, this, base, prefixes);
      finish();
    }

    void write(DatasetGraph dataset, PrefixMap prefixes, String base) {
      start();
      StreamRDFOps.sendDatasetToStream(dataset, this, base, prefixes);
      finish();
    }
  }

  private static final class OfGraphs extends WriterGraphRIOTBase {
    @Override
    public Lang getLang() {
      return Lang.TURTLE;
    }

    @Override
    public void write(Writer out, Graph graph, PrefixMap prefixes, String base, Context context) {
      new Stream(out, context).write(graph, prefixes, base);
    }

    @Override
    public void write(
        OutputStream out, Graph graph, PrefixMap prefixes, String base, Context context) {
      new Stream(out, context).write(graph, prefixes, base);
    }
  }

  private static final class OfDatasets extends WriterDatasetRIOTBase {
    @Override
    public Lang getLang() {
      return Lang.TRIG;
    }

    @Override
    public void write(
        Writer out, DatasetGraph dataset, PrefixMap prefixes, String base, Context context) {
      new Stream(out, context).write(dataset, prefixes, base);
    }

    @Override
    public void write(
        OutputStream out, DatasetGraph dataset, PrefixMap prefixes, String base, Context context) {
      new Stream(out, context).write(dataset, prefixes, base);
    }
  }
}
