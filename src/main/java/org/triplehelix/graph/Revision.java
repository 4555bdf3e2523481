package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.source.Digest;
import org.triplehelix.vocab.Prefixes;

/**
 * What a release becomes when statements go and others come: sorted and hashed in one pass, without
 * the files that it was built of.
 */
public final class Revision {
  private final Canonical canonical = new Canonical();
  private final Digest digest = new Digest();
  private final List<Quad> quads;

  private Revision(int size) {
    quads = new ArrayList<>(size);
  }

  /**
   * The release after a change.
   *
   * @param before in the order of their lines, as a release holds them
   * @param removed what goes, if it is there
   * @param added what comes, if it is not there; no blank nodes and no triple terms
   * @throws IllegalArgumentException if what comes holds a term that no release does
   */
  public static Release of(List<Quad> before, Set<Quad> removed, Collection<Quad> added) {
    return new Revision(before.size() + added.size()).revised(before, removed, added);
  }

  private Release revised(List<Quad> before, Set<Quad> removed, Collection<Quad> added) {
    added.forEach(Revision::demandUsual);
    Iterator<Quad> coming = canonical.sorted(added).iterator();
    Quad next = following(coming);
    String nextLine = next == null ? null : canonical.line(next);
    for (Quad quad : before) {
      String line = canonical.line(quad);
      while (next != null && nextLine.compareTo(line) < 0) {
        take(next, nextLine);
        next = following(coming);
        nextLine = next == null ? null : canonical.line(next);
      }
      if (next != null && nextLine.equals(line)) {
        next = following(coming);
        nextLine = next == null ? null : canonical.line(next);
        take(quad, line);
      } else if (!removed.contains(quad)) {
        take(quad, line);
      }
    }
    for (; next != null; next = following(coming)) {
      take(next, canonical.line(next));
    }
    Sources sources = Sources.declared(quads.stream().map(Quad::asTriple));
    return new Release(digest.hex(), quads, Prefixes.standard().with(sources.prefixes()));
  }

  private static Quad following(Iterator<Quad> coming) {
    return coming.hasNext() ? coming.next() : null;
  }

  private void take(Quad quad, String line) {
    quads.add(quad);
    if (!quad.getGraph().equals(Graphs.META)) {
      digest.add(line).add("\n");
    }
  }

  private static void demandUsual(Quad quad) {
    for (Node node : List.of(quad.getGraph(), quad.getSubject(), quad.getObject())) {
      if (!node.isURI() && !node.isLiteral()) {
        throw new IllegalArgumentException("it holds a blank node or a triple term: " + node);
      }
    }
  }
}
