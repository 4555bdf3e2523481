package org.triplehelix.query.backend;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.ProvenRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.query.run.CollectedRows;
import org.triplehelix.query.run.Engine;
import org.triplehelix.query.run.LimitReached;
import org.triplehelix.query.run.Limits;
import org.triplehelix.query.run.QueryRun;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.TH;

/**
 * Reads the release that a back end holds, by standard SPARQL: graph by graph, and what is large in
 * parts told apart by the digest of the subject, as there is no order by which to page. Each part
 * must have as many rows as were counted before, and all together the content hash that the release
 * states. What else the back end holds is left there.
 */
public final class RemoteRelease {
  /** Rows of one query: few enough for engines that give no more than ten thousand. */
  private static final int ROWS = 5_000;

  private static final int GRAPHS = 200;
  private static final List<String> DIGITS = Stream.of("0123456789abcdef".split("")).toList();

  private final BackEnd backEnd;
  private final Engine engine;
  private final Consumer<String> progress;

  private RemoteRelease(BackEnd backEnd, Consumer<String> progress) {
    this.backEnd = backEnd;
    this.engine = new RemoteEngine(backEnd.bare(), outcome -> {});
    this.progress = progress;
  }

  /**
   * The release that a back end holds.
   *
   * @param progress is told how far it is
   * @throws BadInputException if it holds none, not all of it, or gives it back otherwise written
   */
  public static Release read(BackEnd backEnd, Consumer<String> progress) {
    return new RemoteRelease(backEnd, progress).orBadInput(RemoteRelease::read);
  }

  /**
   * Demands that a back end holds a release that was read elsewhere: it must state the same content
   * hash, and hold as many statements in each graph.
   *
   * @throws BadInputException if it does not
   */
  public static void compare(BackEnd backEnd, Release release) {
    new RemoteRelease(backEnd, told -> {})
        .orBadInput(
            remote -> {
              remote.compare(release);
              return release;
            });
  }

  /** The hash that the release states; empty if there is none, or more than one. */
  static Optional<String> statedHash(Engine engine) {
    List<String> stated =
        rows(
                engine,
                "SELECT DISTINCT ?hash { GRAPH <%s> { ?release <%s> ?hash } } LIMIT 2"
                    .formatted(Graphs.META.getURI(), TH.contentHash.getURI()),
                2,
                Limits.forServer())
            .stream()
            .map(row -> text(row, "hash"))
            .toList();
    return stated.size() == 1 ? Optional.of(stated.get(0)) : Optional.empty();
  }

  private interface Reading {
    Release of(RemoteRelease remote);
  }

  private Release orBadInput(Reading reading) {
    try {
      return reading.of(this);
    } catch (BackEndFailure e) {
      String sentence = e.getMessage();
      throw bad(
          "gives no release: " + sentence.substring(0, sentence.length() - 1),
          "see that the address is that of its SPARQL endpoint, and that it answers there");
    }
  }

  private Release read() {
    demandStated();
    List<Quad> quads = new ArrayList<>(defaultGraph());
    List<Node> names = names();
    for (int from = 0; from < names.size(); from += GRAPHS) {
      quads.addAll(named(names.subList(from, Math.min(from + GRAPHS, names.size()))));
      progress.accept("%,d statements".formatted(quads.size()));
    }
    return proven(quads);
  }

  private String demandStated() {
    return statedHash(engine)
        .orElseThrow(
            () ->
                bad(
                    "holds no release: graph:meta states no content hash, or more than one",
                    "load a dump that helix export has written, and nothing else of its graphs"));
  }

  /**
   * The description of the release may stand in the default graph, as it does when we are asked,
   * and is then no part of it.
   */
  private Release proven(List<Quad> quads) {
    try {
      return ProvenRelease.of(backEnd.name(), quads, advice());
    } catch (BadInputException e) {
      Set<Triple> description =
          quads.stream()
              .filter(quad -> quad.getGraph().equals(Graphs.META))
              .map(Quad::asTriple)
              .collect(Collectors.toSet());
      List<Quad> bare =
          quads.stream()
              .filter(q -> !(q.isDefaultGraph() && description.contains(q.asTriple())))
              .toList();
      if (bare.size() == quads.size()) {
        throw e;
      }
      return ProvenRelease.of(backEnd.name(), bare, advice());
    }
  }

  private String advice() {
    return backEnd.defaultGraph().isEmpty()
        ? "load the dump again, whole; where the default graph of the engine is the union of all"
            + " others, load that of the dump as a graph and name it with --backend-default-graph"
        : "load the dump again, whole; where the engine writes values otherwise, as 1.5 for 1.50,"
            + " give the dump with --backend-release";
  }

  private void compare(Release release) {
    String stated = demandStated();
    if (!stated.equals(release.hash())) {
      throw bad(
          "holds release " + stated + ", not " + release.hash(), "load the dump of that release");
    }
    Map<Node, Long> sizes = new HashMap<>();
    release.quads().forEach(quad -> sizes.merge(quad.getGraph(), 1L, Long::sum));
    long described = release.defaultGraphSize();
    long own = sizes.remove(Quad.defaultGraphIRI);
    long there = count(ownPattern());
    if (there != own && there != described) {
      throw bad("holds %d statements in its default graph, not %d".formatted(there, own), advice());
    }
    List<Node> names = List.copyOf(sizes.keySet());
    for (int from = 0; from < names.size(); from += GRAPHS) {
      List<Node> some = names.subList(from, Math.min(from + GRAPHS, names.size()));
      Map<Node, Long> counted = counts(some);
      for (Node name : some) {
        if (!sizes.get(name).equals(counted.get(name))) {
          throw bad(
              "holds %d statements in %s, not %d"
                  .formatted(counted.getOrDefault(name, 0L), name, sizes.get(name)),
              "load the dump again, whole");
        }
      }
    }
  }

  private String ownPattern() {
    return backEnd
        .defaultGraph()
        .map(name -> "GRAPH <" + name + "> { ?s ?p ?o }")
        .orElse("?s ?p ?o");
  }

  private List<Quad> defaultGraph() {
    return inParts(ownPattern(), "").stream().map(row -> quad(Quad.defaultGraphIRI, row)).toList();
  }

  /** The graphs with fixed names, and the passages. */
  private List<Node> names() {
    String passages =
        "GRAPH <%s> { ?s a <%s> . ?s ?p ?o }"
            .formatted(Graphs.SOURCES.getURI(), TH.Passage.getURI());
    Set<Node> names = new HashSet<>(Graphs.OF_RELEASES);
    inParts(passages, "").forEach(row -> names.add(term(row, "s")));
    return List.copyOf(names);
  }

  private List<Quad> named(List<Node> names) {
    Map<Node, Long> sizes = counts(names);
    List<Quad> quads = new ArrayList<>();
    List<Node> together = new ArrayList<>();
    long sum = 0;
    for (Node name : sizes.keySet()) {
      if (sizes.get(name) > ROWS) {
        inParts("GRAPH <" + name.getURI() + "> { ?s ?p ?o }", "")
            .forEach(row -> quads.add(quad(name, row)));
        continue;
      }
      if (sum + sizes.get(name) > ROWS) {
        quads.addAll(whole(together, sum));
        together.clear();
        sum = 0;
      }
      together.add(name);
      sum += sizes.get(name);
    }
    quads.addAll(whole(together, sum));
    return quads;
  }

  private List<Quad> whole(List<Node> names, long expected) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<Binding> rows = rows("SELECT ?g ?s ?p ?o { " + of(names) + " }", expected);
    demandAll(rows, expected);
    return rows.stream().map(row -> quad(term(row, "g"), row)).toList();
  }

  private static String of(List<Node> names) {
    return names.stream()
            .map(name -> "<" + name.getURI() + ">")
            .collect(Collectors.joining(" ", "VALUES ?g { ", " } "))
        + "GRAPH ?g { ?s ?p ?o }";
  }

  private Map<Node, Long> counts(List<Node> names) {
    Map<Node, Long> counts = new HashMap<>();
    String query = "SELECT ?g (COUNT(*) AS ?n) { " + of(names) + " } GROUP BY ?g";
    for (Binding row : rows(query, Math.max(1, names.size()))) {
      if (row.contains("g")) {
        counts.put(row.get("g"), number(row));
      }
    }
    return counts;
  }

  /** The rows of a pattern, all at once or by the first digits of the subject's digest. */
  private List<Binding> inParts(String pattern, String digits) {
    String part =
        digits.isEmpty()
            ? pattern
            : "%s FILTER(STRSTARTS(LCASE(MD5(STR(?s))), \"%s\"))".formatted(pattern, digits);
    long expected = count(part);
    if (expected <= ROWS || digits.length() == 4) {
      List<Binding> rows = rows("SELECT ?s ?p ?o { " + part + " }", expected);
      demandAll(rows, expected);
      return rows;
    }
    List<Binding> rows = new ArrayList<>();
    DIGITS.forEach(digit -> rows.addAll(inParts(pattern, digits + digit)));
    demandAll(rows, expected);
    progress.accept("%,d rows".formatted(rows.size()));
    return rows;
  }

  private long count(String pattern) {
    return rows("SELECT (COUNT(*) AS ?n) { " + pattern + " }", 1).stream()
        .findFirst()
        .map(RemoteRelease::number)
        .orElseThrow(RemoteRelease::odd);
  }

  private static long number(Binding row) {
    try {
      return Long.parseLong(text(row, "n"));
    } catch (NumberFormatException e) {
      throw odd();
    }
  }

  private static String text(Binding row, String variable) {
    Node term = term(row, variable);
    if (!term.isLiteral()) {
      throw odd();
    }
    return term.getLiteralLexicalForm();
  }

  private static Node term(Binding row, String variable) {
    return Optional.ofNullable(row.get(variable)).orElseThrow(RemoteRelease::odd);
  }

  private static BackEndFailure odd() {
    return failure("gave rows that do not answer what was asked.");
  }

  private static BackEndFailure failure(String what) {
    return new BackEndFailure(BackEndFailure.Kind.ANSWER, "The back end " + what);
  }

  private void demandAll(List<Binding> rows, long expected) {
    if (rows.size() != expected) {
      throw bad(
          "counts %d statements and gives %d".formatted(expected, rows.size()),
          "let it give 5,000 rows at once; or give the dump with --backend-release");
    }
  }

  private static Quad quad(Node graph, Binding row) {
    return Quad.create(graph, term(row, "s"), term(row, "p"), term(row, "o"));
  }

  private List<Binding> rows(String query, long most) {
    return rows(engine, query, most, Limits.forUser());
  }

  /** Not one row more than there can be, and none after the time: an answer may have no end. */
  private static List<Binding> rows(Engine engine, String text, long most, Limits limits) {
    Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    CollectedRows collected = new CollectedRows();
    try {
      new QueryRun("release", query, Optional.empty(), engine, limits.withRows(most))
          .write(collected, OutputStream.nullOutputStream());
      return collected.rows();
    } catch (LimitReached e) {
      throw switch (e.kind()) {
        case ROWS -> odd();
        case TIME -> failure("gave no whole answer within " + limits.time().toSeconds() + " s.");
        default -> failure("is not read further: the query " + e.what() + ".");
      };
    }
  }

  private BadInputException bad(String what, String remedy) {
    return new BadInputException(Position.of(backEnd.name()), what, remedy);
  }
}
