package org.triplehelix.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Release;

/** Writes a release as RDF. N-Quads and N-Triples come sorted: same release, same bytes. */
public final class RdfExport {
  private RdfExport() {}

  /** Writes to a stream, which stays open. */
  public static void write(Release release, RdfFormat format, OutputStream out) throws IOException {
    if (format == RdfFormat.NQUADS || format == RdfFormat.NTRIPLES) {
      writeLines(release, format, out);
    } else {
      writeDocument(release, format, out);
    }
  }

  private static void writeLines(Release release, RdfFormat format, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Canonical canonical = new Canonical();
    for (Quad quad : release.quads()) {
      if (format.holdsGraphs() || quad.isDefaultGraph()) {
        writer.write(canonical.line(quad));
        writer.write('\n');
      }
    }
    writer.flush();
  }

  private static void writeDocument(Release release, RdfFormat format, OutputStream out) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    release.prefixes().map().forEach(dataset.prefixes()::add);
    release.quads().forEach(dataset::add);
    RDFWriter writer =
        format.holdsGraphs()
            ? RDFWriter.source(dataset).format(format.jena()).build()
            : RDFWriter.source(dataset.getDefaultGraph()).format(format.jena()).build();
    writer.output(out);
  }
}
