package org.triplehelix.server.ask;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.server.ask.BuilderPage.Choice;
import org.triplehelix.server.ask.BuilderPage.Kinds;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/**
 * Makes the pages of the builder.
 *
 * @param site that is shown
 * @param language of the page
 * @param asked the rows that answer a query
 */
record BuilderView(Site site, String language, Function<String, List<Binding>> asked) {
  /** Names, and what things are: shown anyway. */
  private static final Set<String> SHOWN_ANYWAY =
      Set.of(RDF.getURI(), RDFS.getURI(), SKOS.getURI(), OWL2.getURI());

  private static final int ROWS = 200;

  /** Nobody looks through more values. */
  private static final int VALUES = 60;

  /** So many numbers or years can still be told one by one. */
  private static final int FEW = 12;

  private static final Node UNIT = NodeFactory.createURI("http://qudt.org/schema/qudt/hasUnit");

  /** The first page: all kinds. */
  BuilderPage start(String kinds) {
    Frame frame = site.frame(language, BuilderRoute.PATH);
    return new BuilderPage(
        frame,
        "",
        grouped(asked.apply(kinds)),
        examples(frame),
        List.of(),
        List.of(),
        null,
        0,
        "",
        "",
        List.of(),
        List.of());
  }

  private List<Kinds> grouped(List<Binding> rows) {
    Map<String, List<Choice>> groups = new LinkedHashMap<>();
    for (Binding row : rows) {
      groups
          .computeIfAbsent(row.get("group").getLiteralLexicalForm(), g -> new ArrayList<>())
          .add(choice(row, "kind", this::begun));
    }
    return groups.entrySet().stream().map(e -> new Kinds(e.getKey(), e.getValue())).toList();
  }

  private BuiltQuestion begun(Node kind) {
    return new BuiltQuestion(kind, List.of(), site.release().prefixes());
  }

  private List<Ref> examples(Frame frame) {
    return BuiltExample.ALL.stream()
        .map(
            example ->
                new Ref(
                    frame.text("builder.example." + example.name()),
                    language,
                    frame.page(path(example.question(site.release().prefixes())))))
        .toList();
  }

  /** The page of a question so far. */
  BuilderPage page(BuiltQuestion question) {
    String path = path(question);
    Frame frame = site.frame(language, path);
    String sparql = question.sparql();
    List<Binding> rows = asked.apply(sparql);
    return new BuilderPage(
        frame,
        refs().of(question.kind()).text(),
        List.of(),
        List.of(),
        IntStream.range(0, question.steps().size())
            .mapToObj(i -> part(question, i, frame))
            .toList(),
        ways(question),
        AnswerTable.of(
            headings(question), question.columns(), rows.stream().limit(ROWS).toList(), refs()),
        rows.size(),
        sparql,
        frame.page(Links.toWorkbench(sparql)),
        List.of(
            new Ref("XLSX", "", frame.page(Links.with(path, "format", "xlsx"))),
            new Ref("CSV", "", frame.page(Links.with(path, "format", "csv")))),
        Stream.of("csv", "tsv", "json", "xml").map(f -> download(frame, sparql, f)).toList());
  }

  /** The answer with names, and the IRIs of the things at its end. */
  Sheet sheet(BuiltQuestion question) {
    List<Binding> rows = asked.apply(question.sparql());
    AnswerTable table = AnswerTable.of(headings(question), question.columns(), rows, refs());
    List<String> columns = new ArrayList<>(table.headings());
    columns.add("IRI");
    List<List<Node>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Node> line = new ArrayList<>();
      for (int j = 0; j < question.columns().size(); j++) {
        AnswerTable.Cell cell = table.rows().get(i).cells().get(j);
        line.add(
            cell.isNumber()
                ? rows.get(i).get(question.columns().get(j))
                : NodeFactory.createLiteralString(cell.value().text()));
      }
      line.add(rows.get(i).get("thing"));
      cells.add(line);
    }
    return new Sheet(columns, cells);
  }

  private static Ref download(Frame frame, String sparql, String format) {
    return new Ref(
        format.toUpperCase(Locale.ROOT),
        "",
        frame.href(Links.with(Links.with("/sparql", "query", sparql), "format", format)));
  }

  private Refs refs() {
    return new Refs(site, language);
  }

  /** Those that are called alike are told apart by their number. */
  private List<String> headings(BuiltQuestion question) {
    List<String> headings = new ArrayList<>(List.of(refs().of(question.kind()).text()));
    for (int i : question.open()) {
      String name = relation(question, i);
      headings.add(headings.contains(name) ? name + " (" + (i + 1) + ")" : name);
    }
    return headings;
  }

  /**
   * What a step is called: by its relation, and where that is of others by what those are, as far
   * as all are the same.
   */
  private String relation(BuiltQuestion question, int at) {
    Step step = question.steps().get(at);
    String name = refs().of(step.relation()).text();
    if (!step.isInverse()) {
      return name;
    }
    return (step.value().isPresent() ? Optional.<Node>empty() : kind(question, at))
        .map(kind -> refs().of(kind).text())
        .orElseGet(() -> site.frame(language, "/").text("builder.from", name));
  }

  /** The narrowest kind of all values of a step. */
  private Optional<Node> kind(BuiltQuestion question, int at) {
    List<Binding> kinds =
        asked.apply(question.kinds(at)).stream()
            .filter(row -> row.get(BuiltQuestion.KIND).isURI())
            .filter(row -> row.get(BuiltQuestion.KIND).getURI().startsWith(TH.NS))
            .toList();
    int most = kinds.stream().mapToInt(BuilderView::count).max().orElse(0);
    return kinds.stream()
        .filter(row -> count(row) == most)
        .map(row -> row.get(BuiltQuestion.KIND))
        .min(Comparator.comparingLong(this::members));
  }

  private long members(Node kind) {
    return site.dataset().stream(Quad.defaultGraphIRI, Node.ANY, RDF.Nodes.type, kind).count();
  }

  private static int count(Binding row) {
    return ((Number) row.get(BuiltQuestion.COUNT).getLiteralValue()).intValue();
  }

  private BuilderPage.Part part(BuiltQuestion question, int at, Frame frame) {
    Step step = question.steps().get(at);
    List<Binding> values = step.value().isEmpty() ? asked.apply(question.values(at)) : List.of();
    boolean isMeasured = isMeasured(question, values, at);
    List<Node> units = isMeasured ? units(question, at) : List.of();
    return new BuilderPage.Part(
        at + 1,
        step.from() == 0 ? "" : relation(question, step.from() - 1),
        relation(question, at),
        step.value().map(this::text).orElse(step.bounds().areNone() ? "" : told(step.bounds())),
        step.isOptional(),
        step.value().isPresent() || !step.bounds().areNone()
            ? ""
            : frame.page(path(question.with(at, step.optional(!step.isOptional())))),
        frame.page(path(question.without(at))),
        isMeasured ? List.of() : choices(question, at, values),
        isMeasured && units.size() < 2 ? range(question, values, at) : null,
        units.size() < 2 ? "" : frame.page(path(unitAsked(question, at))));
  }

  private static BuiltQuestion unitAsked(BuiltQuestion question, int at) {
    return question.with(
        question.steps().size(), Step.any(question.steps().get(at).from(), UNIT, false));
  }

  private String told(Bounds bounds) {
    return (bounds.least().map(number -> "≥ " + number.toPlainString()).orElse("")
            + " "
            + bounds.most().map(number -> "≤ " + number.toPlainString()).orElse(""))
        .strip();
  }

  private List<Choice> choices(BuiltQuestion question, int at, List<Binding> values) {
    return values.stream()
        .limit(VALUES)
        .map(row -> choice(row, question.column(at), node -> question.to(at, node)))
        .toList();
  }

  /** Whether its values are numbers or years, and too many to be told one by one. */
  private static boolean isMeasured(BuiltQuestion question, List<Binding> values, int at) {
    return values.size() > FEW
        && values.stream().map(row -> row.get(question.column(at))).allMatch(Measure::is);
  }

  private List<Node> units(BuiltQuestion question, int at) {
    return asked.apply(question.units(at)).stream()
        .map(row -> row.get(BuiltQuestion.OF_NUMBERS))
        .toList();
  }

  private BuilderPage.Range range(BuiltQuestion question, List<Binding> values, int at) {
    List<BigDecimal> numbers =
        values.stream().map(row -> Measure.of(row.get(question.column(at)))).sorted().toList();
    return new BuilderPage.Range(
        numbers.get(0).toPlainString(),
        numbers.get(numbers.size() - 1).toPlainString(),
        Measure.isTime(values.get(0).get(question.column(at))),
        question.prefixes().abbreviate(question.kind().getURI()),
        question.steps().stream().map(step -> step.text(question.prefixes())).toList());
  }

  private List<BuilderPage.Ways> ways(BuiltQuestion question) {
    List<BuilderPage.Ways> ways = new ArrayList<>();
    ways.add(ways(question, 0, refs().of(question.kind()).text()));
    for (int i : question.open()) {
      ways.add(ways(question, i + 1, relation(question, i)));
    }
    return ways.stream()
        .filter(way -> !way.relations().isEmpty() || !way.inverse().isEmpty())
        .toList();
  }

  private BuilderPage.Ways ways(BuiltQuestion question, int from, String name) {
    return new BuilderPage.Ways(
        name, from == 0, relations(question, from, false), relations(question, from, true));
  }

  private List<Choice> relations(BuiltQuestion question, int from, boolean isInverse) {
    return asked.apply(question.relations(from, isInverse)).stream()
        .filter(row -> isTold(row.get(BuiltQuestion.RELATION)))
        .filter(row -> !isTaken(question, from, row.get(BuiltQuestion.RELATION), isInverse))
        .map(
            row ->
                choice(
                    row,
                    BuiltQuestion.RELATION,
                    node ->
                        question.with(question.steps().size(), Step.any(from, node, isInverse))))
        .toList();
  }

  /** Whether it is open in the question already, or leads back to where it came from. */
  private static boolean isTaken(
      BuiltQuestion question, int from, Node relation, boolean isInverse) {
    boolean isBack =
        from > 0
            && question.steps().get(from - 1).relation().equals(relation)
            && question.steps().get(from - 1).isInverse() != isInverse;
    return isBack
        || question.open().stream()
            .map(question.steps()::get)
            .anyMatch(
                step ->
                    step.from() == from
                        && step.relation().equals(relation)
                        && step.isInverse() == isInverse);
  }

  private boolean isTold(Node relation) {
    return SHOWN_ANYWAY.stream().noneMatch(relation.getURI()::startsWith)
        && site.names().in(language, relation).isPresent();
  }

  private Choice choice(Binding row, String variable, Function<Node, BuiltQuestion> question) {
    Node node = row.get(variable);
    return new Choice(
        text(node), count(row), site.frame(language, "/").page(path(question.apply(node))));
  }

  private String text(Node node) {
    boolean isTruth = node.isLiteral() && node.getLiteralDatatypeURI().endsWith("#boolean");
    return isTruth
        ? site.frame(language, "/").text("builder." + node.getLiteralLexicalForm())
        : refs().of(node).text();
  }

  /** Where a question is. */
  static String path(BuiltQuestion question) {
    String path =
        Links.with(
            BuilderRoute.PATH, "kind", question.prefixes().abbreviate(question.kind().getURI()));
    for (Step step : question.steps()) {
      path = Links.with(path, "with", step.text(question.prefixes()));
    }
    return path;
  }
}
