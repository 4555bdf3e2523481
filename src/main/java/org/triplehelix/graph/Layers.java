package org.triplehelix.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Digest;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;

/**
 * What others state, as further named graphs beside a release, such as a register of organisations:
 * published and replicated with it, and no part of it. Its content hash does not cover them.
 *
 * @param hash SHA-256 of their N-Quads lines: 64 digits; empty if there are none
 * @param quads in the order of their lines; no blank nodes
 */
public record Layers(String hash, List<Quad> quads) {
  /** Nothing beside a release. */
  public static final Layers NONE = new Layers("", List.of());

  /** What ARQ gives a meaning: the default graph, the union of all. */
  private static final String OF_QUERIES = "urn:x-arq:";

  private static final Set<Node> OURS =
      Stream.concat(Graphs.OF_RELEASES.stream(), Stream.of(Graphs.REIFIERS))
          .collect(Collectors.toUnmodifiableSet());

  public Layers {
    quads = List.copyOf(quads);
  }

  /**
   * Whether a graph may be a layer: its name is a whole IRI, and none that graphs of a release have
   * or that queries understand otherwise.
   */
  public static boolean isLayer(Node graph) {
    return graph.isURI()
        && graph.getURI().indexOf(':') > 0
        && !graph.getURI().startsWith(OF_QUERIES)
        && !OURS.contains(graph)
        && (!graph.getURI().startsWith(Family.BASE)
            || Family.of(graph.getURI()).equals(Optional.of(Family.GRAPH)));
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return quads.isEmpty();
  }

  /** The names of their graphs. */
  public Set<Node> names() {
    return quads.stream().map(Quad::getGraph).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The layers in files, as an import makes them.
   *
   * @throws BadInputException if one cannot be read, or holds what no layer may
   */
  public static Layers in(List<Path> files) {
    List<Quad> quads = new ArrayList<>();
    for (Path file : files) {
      int before = quads.size();
      QuadFile.read(file, quad -> quads.add(allowed(file, quad)), bytes -> {});
      if (quads.size() == before) {
        throw bad(file, "holds no statement", "give a layer, as helix import makes it");
      }
    }
    if (quads.isEmpty()) {
      return NONE;
    }
    Canonical canonical = new Canonical();
    List<Quad> sorted = canonical.sorted(quads);
    return new Layers(canonical.hash(sorted), sorted);
  }

  private static Quad allowed(Path file, Quad quad) {
    if (!isLayer(quad.getGraph())) {
      throw bad(
          file,
          "holds statements that would pass for what was read: they are in "
              + (quad.isDefaultGraph() ? "no graph" : quad.getGraph().toString()),
          "give a layer whose statements are all in a graph of its own");
    }
    if (Revision.isOdd(quad)) {
      throw bad(
          file,
          "holds a blank node or a triple term, which cannot be replicated",
          "name the node by an IRI, or load the file into the store of each server");
    }
    return quad;
  }

  /**
   * The layers in a file that {@link #write} has written.
   *
   * @throws BadInputException if it cannot be read, or is another file
   */
  static Layers written(Path file) {
    List<Quad> quads = new ArrayList<>();
    Canonical canonical = new Canonical();
    Digest digest = new Digest();
    String[] last = {""};
    QuadFile.read(
        file,
        quad -> {
          String line = canonical.line(allowed(file, quad));
          if (line.compareTo(last[0]) <= 0) {
            throw bad(file, "is not in the order of its lines", "publish the layers again");
          }
          last[0] = line;
          digest.add(line).add("\n");
          quads.add(quad);
        },
        bytes -> {});
    return new Layers(digest.hex(), quads);
  }

  /** Writes them as N-Quads, in the order of their lines. */
  public void write(OutputStream out) throws IOException {
    Canonical canonical = new Canonical();
    for (Quad quad : quads) {
      out.write((canonical.line(quad) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static BadInputException bad(Path file, String what, String remedy) {
    return new BadInputException(Position.of(file.toString()), what, remedy);
  }

  /** Their hash, and not their statements, which would fill a log. */
  @Override
  public String toString() {
    return isEmpty() ? "no layers" : "layers " + hash;
  }
}
