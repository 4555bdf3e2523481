package org.triplehelix.graph;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;

/**
 * A built, immutable state of the graph.
 *
 * @param hash SHA-256 of the N-Quads lines of every graph but {@code graph:meta}: 64 digits
 * @param quads all statements, in the order of their N-Quads lines; no blank nodes
 * @param prefixes for writing and asking, with those of the sources
 * @param layers what others state beside it; not covered by the hash
 */
public record Release(String hash, List<Quad> quads, Prefixes prefixes, Layers layers) {
  /** What the name of every release starts with; its hash follows. */
  public static final String NAMESPACE = Family.BASE + "release/";

  /** How many digits of a hash tell releases apart. */
  public static final int SHORT = 12;

  public Release {
    quads = List.copyOf(quads);
  }

  /** A release with nothing beside it. */
  public Release(String hash, List<Quad> quads, Prefixes prefixes) {
    this(hash, quads, prefixes, Layers.NONE);
  }

  /** The same release with other layers beside it. */
  public Release with(Layers others) {
    return new Release(hash, quads, prefixes, others);
  }

  /** Its name. */
  public Node iri() {
    return named(hash);
  }

  /** The name of the release with a hash. */
  static Node named(String hash) {
    return NodeFactory.createURI(NAMESPACE + hash);
  }

  /** The first digits of the hash, enough to tell releases apart. */
  public String shortHash() {
    return shortened(hash);
  }

  /** The first digits of a hash. */
  static String shortened(String hash) {
    return hash.substring(0, SHORT);
  }

  /**
   * All statements as they are asked: what {@code graph:meta} says of the release stands in the
   * default graph too, where ready-made tools look for it.
   */
  public List<Quad> asked() {
    Stream<Quad> description =
        quads.stream()
            .filter(quad -> quad.getGraph().equals(Graphs.META))
            .map(quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
    return Stream.concat(quads.stream(), description).distinct().toList();
  }

  /** How many triples the default graph holds when it is asked. */
  public long defaultGraphSize() {
    return asked().stream().filter(Quad::isDefaultGraph).count();
  }

  /** Its hash, and not its statements, which would fill a log. */
  @Override
  public String toString() {
    return "release " + hash + (layers.isEmpty() ? "" : " with " + layers);
  }
}
