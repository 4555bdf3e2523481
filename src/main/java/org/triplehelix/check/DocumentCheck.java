package org.triplehelix.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Graphs;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.Position;
import org.triplehelix.source.Ranges;
import org.triplehelix.source.Ranges.Range;
import org.triplehelix.vocab.TH;

/** Compares what was written of one source with its document. */
final class DocumentCheck {
  static final String FILE = "document-file";
  static final String DIGEST = "document-digest";
  static final String TILING = "document-tiling";
  static final String WORDING = "document-wording";

  /** All comparisons by name. */
  static final List<String> NAMES = List.of(FILE, DIGEST, TILING, WORDING);

  /** What holds printed words, where it is in Chinese. */
  private static final Set<Node> PRINTED =
      Set.of(TH.asWritten, TH.scopeNote, TH.underCondition, TH.band, TH.relativeTime);

  /** A range of a passage or a piece out of scope. */
  private record Piece(Range range, Node of) {}

  private final Node source;
  private final DocumentText text;
  private final Built built;
  private final Map<Node, Triple> ranges = new HashMap<>();
  private final Map<Node, Triple> digests = new HashMap<>();
  private final Map<Node, Node> passageOf = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private DocumentCheck(Node source, DocumentText text, Built built) {
    this.source = source;
    this.text = text;
    this.built = built;
  }

  /** What does not agree with the document of a source. */
  static List<Finding> run(Node source, DocumentText text, Built built) {
    DocumentCheck check = new DocumentCheck(source, text, built);
    built.release().quads().forEach(check::take);
    check.tiling();
    check.ranges.forEach(check::digest);
    built.release().quads().forEach(check::wording);
    return check.findings;
  }

  private void take(Quad quad) {
    Node predicate = quad.getPredicate();
    if (predicate.equals(TH.statedIn)) {
      passageOf.put(quad.getSubject(), quad.getObject());
    } else if (quad.getGraph().equals(Graphs.SOURCES)) {
      if (predicate.equals(TH.fileDigest) && quad.getSubject().equals(source)) {
        file(quad.asTriple());
      } else if (predicate.equals(TH.ranges) && isOfSource(quad.getSubject())) {
        ranges.put(quad.getSubject(), quad.asTriple());
      } else if (predicate.equals(TH.digest)) {
        digests.put(quad.getSubject(), quad.asTriple());
      }
    }
  }

  private boolean isOfSource(Node node) {
    return node.getURI().startsWith(source.getURI() + "/");
  }

  private void file(Triple triple) {
    if (!triple.getObject().getLiteralLexicalForm().equals(text.fileDigest())) {
      report(
          triple,
          FILE,
          "the document at hand is not the file with this th:fileDigest",
          "get the right file; if it is, write \"" + text.fileDigest() + "\"");
    }
  }

  private static Ranges parsed(Triple triple) {
    return Ranges.parse(triple.getObject().getLiteralLexicalForm()).orElseThrow();
  }

  /** Each code point stands in exactly one piece. */
  private void tiling() {
    List<Piece> pieces = new ArrayList<>();
    ranges.forEach(
        (of, triple) -> parsed(triple).list().forEach(range -> pieces.add(new Piece(range, of))));
    pieces.sort(
        Comparator.comparingInt((Piece p) -> p.range().start())
            .thenComparing(p -> p.of().getURI()));
    int end = 0;
    Node last = source;
    for (Piece piece : pieces) {
      Node of = piece.of();
      if (piece.range().start() > end) {
        gap(ranges.get(of), new Range(end, piece.range().start()));
      } else if (piece.range().start() < end) {
        Range shared = new Range(piece.range().start(), Math.min(end, piece.range().end()));
        report(
            ranges.get(of),
            TILING,
            "code points " + shared + " stand in " + name(last) + " too",
            "mend th:ranges of one of them");
      }
      if (piece.range().end() > end) {
        end = piece.range().end();
        last = of;
      }
    }
    end(end, last);
  }

  private void end(int end, Node last) {
    if (end < text.length()) {
      gap(ranges.get(last), new Range(end, text.length()));
    } else if (end > text.length()) {
      report(
          ranges.get(last),
          TILING,
          "th:ranges reach beyond the document's end at " + text.length(),
          "end them there at the latest");
    }
  }

  private void gap(Triple near, Range gap) {
    Position position =
        near == null
            ? built.positions().of(source).orElseThrow()
            : built.positions().of(Graphs.SOURCES, near).orElseThrow();
    findings.add(
        new Finding(
            position,
            "code points " + gap + " stand in no passage",
            "extend th:ranges of a passage, or add one, or a th:OutOfScope",
            TILING));
  }

  private void digest(Node of, Triple range) {
    Triple digest = digests.get(of);
    String found = text.digest(parsed(range)).orElse("");
    if (digest != null
        && !found.isEmpty()
        && !digest.getObject().getLiteralLexicalForm().equals(found)) {
      report(
          digest,
          DIGEST,
          "the text of th:ranges of " + name(of) + " has another digest",
          "mend th:ranges; if they are right, write \"" + found + "\"");
    }
  }

  private void wording(Quad quad) {
    if (!PRINTED.contains(quad.getPredicate())
        || quad.isDefaultGraph()
        || !quad.getObject().getLiteralLanguage().equals("zh")) {
      return;
    }
    boolean annotates = quad.getGraph().equals(Graphs.CLAIMS);
    Node passage = annotates ? passageOf.get(quad.getSubject()) : quad.getGraph();
    Triple range = ranges.get(passage);
    if (range == null) {
      return; // of another source
    }
    String words = DocumentText.bare(quad.getObject().getLiteralLexicalForm());
    if (!text.text(parsed(range)).orElse("").contains(words)) {
      findings.add(
          new Finding(
              built.positions().of(quad.getGraph(), quad.asTriple()).orElseThrow(),
              "\""
                  + quad.getObject().getLiteralLexicalForm()
                  + "\" is not printed so in "
                  + name(passage),
              "write one unbroken piece of the sentence, or two where the words stand apart",
              WORDING));
    }
  }

  private String name(Node node) {
    return built.release().prefixes().abbreviate(node.getURI());
  }

  private void report(Triple triple, String check, String what, String remedy) {
    Position position = built.positions().of(Graphs.SOURCES, triple).orElseThrow();
    findings.add(new Finding(position, what, remedy, check));
  }
}
