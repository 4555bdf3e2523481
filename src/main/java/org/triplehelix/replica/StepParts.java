package org.triplehelix.replica;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.diff.ReleaseDiff;
import org.triplehelix.export.PatchExport;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.Release;

/** Cuts a step into parts that a broker takes. Only the part that is asked for is written. */
final class StepParts {
  /** Of patches: an operation is a letter and a blank longer than its statement's line. */
  private static final int OPERATION = 3;

  private final int mostBytes;
  private final Canonical canonical = new Canonical();
  private final List<Part> parts = new ArrayList<>();

  /**
   * A part.
   *
   * @param kind what it holds
   * @param body makes its bytes
   */
  record Part(StepHeader.Kind kind, Supplier<byte[]> body) {}

  private StepParts(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * The parts of a step.
   *
   * @param before empty for a whole release
   * @param mostBytes of a part, about
   */
  static List<Part> of(Optional<LoggedRelease> before, LoggedRelease after, int mostBytes) {
    StepParts step = new StepParts(mostBytes);
    byte[] files = after.files().packed();
    if (before.isEmpty() || !Arrays.equals(files, before.get().files().packed())) {
      step.cut(files);
    }
    step.cut(before.map(LoggedRelease::release), after.release());
    return step.parts;
  }

  private void cut(byte[] files) {
    for (int from = 0; from < files.length; from += mostBytes) {
      byte[] piece = Arrays.copyOfRange(files, from, Math.min(files.length, from + mostBytes));
      parts.add(new Part(StepHeader.Kind.FILES, () -> piece));
    }
  }

  private void cut(Optional<Release> before, Release after) {
    List<Quad> was = before.map(Release::quads).orElse(List.of());
    cut(StepHeader.Kind.PATCH, before, after, was, after.quads());
    List<Quad> beside = before.map(Release::layers).orElse(Layers.NONE).quads();
    if (!beside.equals(after.layers().quads())) {
      cut(StepHeader.Kind.LAYERS, before, after, beside, after.layers().quads());
    }
  }

  private void cut(
      StepHeader.Kind kind,
      Optional<Release> before,
      Release after,
      List<Quad> were,
      List<Quad> are) {
    Optional<Node> from = before.map(Release::iri);
    for (List<Quad> some : cut(ReleaseDiff.only(were, are))) {
      parts.add(patch(kind, from, after.iri(), some, List.of()));
    }
    for (List<Quad> some : cut(ReleaseDiff.only(are, were))) {
      parts.add(patch(kind, from, after.iri(), List.of(), some));
    }
  }

  private static Part patch(
      StepHeader.Kind kind, Optional<Node> from, Node to, List<Quad> removed, List<Quad> added) {
    return new Part(
        kind,
        () -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          PatchExport.write(from, to, removed, added, bytes);
          return bytes.toByteArray();
        });
  }

  private List<List<Quad>> cut(List<Quad> quads) {
    List<List<Quad>> pieces = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    for (int i = 0; i < quads.size(); i++) {
      int more = canonical.line(quads.get(i)).getBytes(StandardCharsets.UTF_8).length + OPERATION;
      if (bytes + more > mostBytes && i > start) {
        pieces.add(quads.subList(start, i));
        start = i;
        bytes = 0;
      }
      bytes += more;
    }
    if (start < quads.size()) {
      pieces.add(quads.subList(start, quads.size()));
    }
    return pieces;
  }
}
