package org.triplehelix.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.source.Digest;

/**
 * N-Quads in one form and order, so that the same statements are the same bytes. An instance keeps
 * the form of each term it has seen.
 */
public final class Canonical {
  private final Map<Node, String> terms = new HashMap<>();

  /** A statement with its line. */
  private record Line(String text, Quad quad) {}

  /** Each statement once, in the order of the lines. */
  public List<Quad> sorted(Collection<Quad> quads) {
    return quads.stream()
        .distinct()
        .map(quad -> new Line(line(quad), quad))
        .sorted((a, b) -> a.text().compareTo(b.text()))
        .map(Line::quad)
        .toList();
  }

  /** The N-Quads line of a statement, without line end. */
  public String line(Quad quad) {
    StringBuilder line = new StringBuilder(200);
    append(line, quad.getSubject());
    append(line, quad.getPredicate());
    append(line, quad.getObject());
    if (!quad.isDefaultGraph()) {
      append(line, quad.getGraph());
    }
    return line.append('.').toString();
  }

  private void append(StringBuilder line, Node node) {
    line.append(terms.computeIfAbsent(node, NodeFmtLib::strNT)).append(' ');
  }

  /** The digest of the lines of sorted statements. */
  public String hash(List<Quad> sorted) {
    Digest digest = new Digest();
    for (Quad quad : sorted) {
      digest.add(line(quad)).add("\n");
    }
    return digest.hex();
  }
}
