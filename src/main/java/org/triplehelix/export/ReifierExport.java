package org.triplehelix.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Graphs;

/**
 * Writes reifying triples below a document in Turtle or TriG, as lines of N-Triples, which Turtle
 * knows too: Jena shortens truth values within triple terms and does not read them back.
 */
public final class ReifierExport {
  private ReifierExport() {}

  /** Adds triples to a document without graphs, to a stream that stays open. */
  public static void appendTo(OutputStream out, Collection<Triple> reifiers) {
    Canonical canonical = new Canonical();
    StringBuilder lines = new StringBuilder("\n");
    for (Triple triple : reifiers) {
      lines.append(canonical.line(Quad.create(Quad.defaultGraphIRI, triple))).append('\n');
    }
    write(lines, out);
  }

  /** Adds them as their graph to a document with graphs. */
  public static void appendGraphTo(OutputStream out, Collection<Triple> reifiers) {
    write("\n<" + Graphs.REIFIERS.getURI() + "> {", out);
    appendTo(out, reifiers);
    write("}\n", out);
  }

  private static void write(CharSequence text, OutputStream out) {
    try {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
