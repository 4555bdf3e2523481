package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.source.Digest;
import org.triplehelix.vocab.Prefixes;

/**
 * What a release, or the layers beside it, become when statements go and others come: sorted and
 * hashed in one pass, without the files that they were built of.
 */
public final class Revision {
  private final Canonical canonical = new Canonical();
  private final Digest digest = new Digest();
  private final List<Quad> quads;

  private Revision(List<Quad> before, Set<Quad> removed, Collection<Quad> added) {
    quads = new ArrayList<>(before.size() + added.size());
    merge(before, removed, added);
  }

  /**
   * The release after a change, without layers.
   *
   * @param before in the order of their lines, as a release holds them
   * @param removed what goes, if it is there
   * @param added what comes, if it is not there; no blank nodes and no triple terms
   * @throws IllegalArgumentException if what comes holds a term that no release does
   */
  public static Release of(List<Quad> before, Set<Quad> removed, Collection<Quad> added) {
    added.forEach(Revision::demandUsual);
    Revision after = new Revision(before, removed, added);
    Sources sources = Sources.declared(after.quads.stream().map(Quad::asTriple));
    return new Release(
        after.digest.hex(), after.quads, Prefixes.standard().with(sources.prefixes()));
  }

  /**
   * The layers after a change.
   *
   * @param removed what goes, if it is there
   * @param added what comes, if it is not there; no blank nodes and no triple terms
   * @throws IllegalArgumentException if what comes is in a graph that is no layer, or holds a term
   *     that no layer does
   */
  public static Layers of(Layers before, Set<Quad> removed, Collection<Quad> added) {
    for (Quad quad : added) {
      demandUsual(quad);
      if (!Layers.isLayer(quad.getGraph())) {
        throw new IllegalArgumentException("its layers are in " + quad.getGraph());
      }
    }
    Revision after = new Revision(before.quads(), removed, added);
    return after.quads.isEmpty() ? Layers.NONE : new Layers(after.digest.hex(), after.quads);
  }

  private void merge(List<Quad> before, Set<Quad> removed, Collection<Quad> added) {
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
    if (isOdd(quad)) {
      throw new IllegalArgumentException("it holds a blank node or a triple term: " + quad);
    }
  }

  /** Whether a statement holds a term that neither a release nor its layers do. */
  static boolean isOdd(Quad quad) {
    return Stream.of(quad.getGraph(), quad.getSubject(), quad.getObject())
        .anyMatch(node -> !node.isURI() && !node.isLiteral());
  }
}
