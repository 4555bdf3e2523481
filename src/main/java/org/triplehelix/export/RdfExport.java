package org.triplehelix.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Reifiers;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Prefixes;

/** Writes a release as RDF. N-Quads and N-Triples come sorted: same release, same bytes. */
public final class RdfExport {
  private final List<Quad> quads;
  private final Prefixes prefixes;
  private final RdfFormat format;

  private RdfExport(List<Quad> quads, Prefixes prefixes, RdfFormat format) {
    this.quads = quads;
    this.prefixes = prefixes;
    this.format = format;
  }

  /** Writes to a stream, which stays open: all graphs, or the default graph. */
  public static void write(Release release, RdfFormat format, OutputStream out) throws IOException {
    Release told = format.holdsTripleTerms() ? Reifiers.view(release) : release;
    List<Quad> quads =
        format.holdsGraphs()
            ? told.quads()
            : told.quads().stream().filter(Quad::isDefaultGraph).toList();
    new RdfExport(quads, told.prefixes(), format).write(out);
  }

  /** The same of some graphs: under their names, or where the format has none as one graph. */
  public static void write(Release release, Set<Node> graphs, RdfFormat format, OutputStream out)
      throws IOException {
    List<Quad> chosen =
        release.quads().stream().filter(quad -> graphs.contains(quad.getGraph())).toList();
    List<Quad> quads =
        format.holdsGraphs()
            ? chosen
            : new Canonical()
                .sorted(
                    chosen.stream()
                        .map(quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()))
                        .toList());
    new RdfExport(quads, release.prefixes(), format).write(out);
  }

  private void write(OutputStream out) throws IOException {
    if (format.hasLines()) {
      writeLines(out);
    } else {
      writeDocument(out);
    }
  }

  private void writeLines(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Canonical canonical = new Canonical();
    for (Quad quad : quads) {
      writer.write(canonical.line(quad));
      writer.write('\n');
    }
    writer.flush();
  }

  private void writeDocument(OutputStream out) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    prefixes.map().forEach(dataset.prefixes()::add);
    quads.forEach(dataset::add);
    RDFWriter writer =
        format.holdsGraphs()
            ? RDFWriter.source(dataset).format(format.jena()).build()
            : RDFWriter.source(dataset.getDefaultGraph()).format(format.jena()).build();
    writer.output(out);
  }
}
