package org.triplehelix.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Graphs;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.DocumentFolder;
import org.triplehelix.source.Position;
import org.triplehelix.source.Ranges;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Nearest;
import org.triplehelix.vocab.TH;

/** How far the sources of a release were read: sentences, numbers and names left out. */
public final class Coverage {
  private final Built built;
  private final DocumentFolder texts;
  private final CoverageReading reading;
  private final CoverageNames names;
  private final Map<Node, Map<Node, String>> seeds = new HashMap<>();
  private final Map<String, Node> sources = new TreeMap<>();
  private final List<Node> passages = new ArrayList<>();

  /**
   * The coverage of what was built.
   *
   * @param texts where the documents may be
   */
  public Coverage(Built built, DocumentFolder texts) {
    this.built = built;
    this.texts = texts;
    this.reading = new CoverageReading(built.release());
    this.names = new CoverageNames(built.release());
    built.release().quads().stream()
        .filter(quad -> quad.getGraph().equals(Graphs.SOURCES))
        .forEach(this::take);
  }

  private void take(Quad quad) {
    Node subject = quad.getSubject();
    Node object = quad.getObject();
    if (object.isLiteral()) {
      seeds
          .computeIfAbsent(subject, s -> new HashMap<>())
          .putIfAbsent(quad.getPredicate(), object.getLiteralLexicalForm());
    } else if (quad.getPredicate().equals(RDF.Nodes.type) && object.equals(TH.Source)) {
      sources.put(subject.getURI().substring(Family.SOURCE.namespace().length()), subject);
    } else if (quad.getPredicate().equals(RDF.Nodes.type) && object.equals(TH.Passage)) {
      passages.add(subject);
    }
  }

  /** The report of every source, by name. */
  public List<CoverageReport> reports() {
    return sources.keySet().stream().map(this::report).toList();
  }

  /** The report of one source. */
  public CoverageReport report(String source) {
    Node node = sources.get(source);
    if (node == null) {
      throw unknown(source);
    }
    DocumentFolder.Lookup document =
        texts.find(seed(node, TH.fileName).orElse(""), seed(node, TH.fileDigest).orElse(""));
    CoverageCount count =
        new CoverageCount(reading, names, document.text(), built.release().prefixes());
    passages.stream()
        .filter(passage -> passage.getURI().startsWith(node.getURI() + "/"))
        .sorted(Comparator.comparing(this::start).thenComparing(Node::getURI))
        .forEach(passage -> count.add(passage, position(passage), ranges(passage)));
    return count.report(source, document.notice());
  }

  private Optional<String> seed(Node subject, Node predicate) {
    return Optional.ofNullable(seeds.getOrDefault(subject, Map.of()).get(predicate));
  }

  private Optional<Ranges> ranges(Node passage) {
    return seed(passage, TH.ranges).flatMap(Ranges::parse);
  }

  private int start(Node passage) {
    return ranges(passage).map(r -> r.list().get(0).start()).orElse(Integer.MAX_VALUE);
  }

  private Position position(Node passage) {
    return built.positions().of(passage).orElse(Position.of("seeds"));
  }

  private BadInputException unknown(String source) {
    String near =
        Nearest.of(source, sources.keySet(), 1).stream()
            .findFirst()
            .map(name -> "did you mean " + name + "? There are ")
            .orElse("there are ");
    return new BadInputException(
        Position.of(source), "is no source", near + String.join(", ", sources.keySet()));
  }
}
