package org.triplehelix.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** Statements in files, as all servers can read them: N-Quads. */
final class Statements {
  private Statements() {}

  /** All of a file. */
  static List<Quad> in(Path nquads) {
    List<Quad> quads = new ArrayList<>();
    RDFParser.source(nquads)
        .parse(
            new StreamRDFBase() {
              @Override
              public void triple(Triple triple) {
                quads.add(Quad.create(Quad.defaultGraphIRI, triple));
              }

              @Override
              public void quad(Quad quad) {
                quads.add(
                    quad.isDefaultGraph()
                        ? Quad.create(Quad.defaultGraphIRI, quad.asTriple())
                        : quad);
              }
            });
    return quads;
  }

  /** Writes a file anew. */
  static void write(Iterator<Quad> quads, Path nquads) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(nquads))) {
      StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      lines.start();
      quads.forEachRemaining(lines::quad);
      lines.finish();
    }
  }
}
