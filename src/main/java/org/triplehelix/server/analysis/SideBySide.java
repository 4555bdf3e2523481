package org.triplehelix.server.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Comparison;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Likeness;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/** Makes the page of a comparison. */
final class SideBySide {
  private static final Set<String> RELATED_BY_SECTION =
      Set.of("models", "lessonsFrom", "lessonsFor");

  private final Knowledge knowledge;
  private final Site site;
  private final CompareChoice choice;
  private final Comparison comparison;
  private final boolean isBrief;
  private final Frame frame;
  private final Refs refs;
  private final List<Ref> columns;
  private final Map<String, ComparePage.Footnote> footnotes = new LinkedHashMap<>();

  SideBySide(
      Knowledge knowledge,
      CompareChoice choice,
      Comparison comparison,
      String language,
      boolean isBrief) {
    this.knowledge = knowledge;
    this.site = knowledge.site();
    this.choice = choice;
    this.comparison = comparison;
    this.isBrief = isBrief;
    this.frame = site.frame(language, choice.path(knowledge));
    this.refs = new Refs(site, language);
    this.columns = refs.of(choice.places());
  }

  ComparePage page(Attempt attempt) {
    boolean any = choice.isComparison();
    return new ComparePage(
        frame,
        isBrief,
        new Form(knowledge, choice, frame, attempt).form(),
        any ? columns : List.of(),
        themes(),
        choice.takesBeside() ? sections(Beside.of(knowledge, choice.places(), attempt)) : List.of(),
        footnotes,
        any ? downloads() : List.of(),
        Given.workbench(frame, choice.query().query()),
        any ? formatted("brief") : "");
  }

  private String formatted(String format) {
    return frame.page(choice.path(knowledge) + "&format=" + format);
  }

  private List<Ref> downloads() {
    String api = frame.page(choice.path(knowledge).replaceFirst("^", "/api") + "&evidence=true");
    List<Ref> all = new ArrayList<>();
    all.add(new Ref("CSV", "", formatted("csv")));
    all.add(new Ref("XLSX", "", formatted("xlsx")));
    if (choice.themes().isEmpty() && choice.views().isEmpty()) {
      all.add(new Ref("JSON", "", api));
    }
    return all;
  }

  /** Themes in the order of their names; in each the indicators that most places have first. */
  private List<ComparePage.Theme> themes() {
    Map<Node, Map<Node, List<Comparison.Row>>> byTheme = new LinkedHashMap<>();
    comparison
        .rows()
        .forEach(
            row ->
                row.any()
                    .indicator()
                    .ifPresent(
                        indicator ->
                            byTheme
                                .computeIfAbsent(top(indicator), t -> new LinkedHashMap<>())
                                .computeIfAbsent(indicator, i -> new ArrayList<>())
                                .add(row)));
    return byTheme.entrySet().stream()
        .map(e -> new ComparePage.Theme(refs.of(e.getKey()), indicators(e.getValue())))
        .sorted(
            Comparator.comparing((ComparePage.Theme theme) -> -shared(theme))
                .thenComparing(theme -> theme.name().text()))
        .toList();
  }

  private static long shared(ComparePage.Theme theme) {
    return theme.indicators().stream().mapToLong(SideBySide::shared).sum();
  }

  private static long shared(ComparePage.Indicator indicator) {
    return indicator.rows().stream().mapToLong(SideBySide::filled).max().orElse(0) > 1 ? 1 : 0;
  }

  private static long filled(ComparePage.Row row) {
    return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
  }

  private Node top(Node concept) {
    return knowledge.values(concept, SKOS.broader.asNode()).stream()
        .min(Comparator.comparing(Node::getURI))
        .map(this::top)
        .orElse(concept);
  }

  private List<ComparePage.Indicator> indicators(Map<Node, List<Comparison.Row>> rows) {
    return rows.entrySet().stream()
        .map(e -> indicator(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing((ComparePage.Indicator i) -> -shared(i))
                .thenComparing(i -> i.isMixed() ? 0 : 1)
                .thenComparing(i -> i.name().text()))
        .toList();
  }

  private ComparePage.Indicator indicator(Node indicator, List<Comparison.Row> rows) {
    List<ComparePage.Row> shown =
        rows.stream().map(this::row).sorted(Comparator.comparing(row -> -filled(row))).toList();
    boolean isMixed = shown.stream().noneMatch(row -> filled(row) > 1) && sides(rows) > 1;
    return new ComparePage.Indicator(refs.of(indicator), isMixed, shown);
  }

  private static long sides(List<Comparison.Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream().flatMap(List::stream))
        .map(FigureView::of)
        .distinct()
        .count();
  }

  private ComparePage.Row row(Comparison.Row row) {
    List<List<FigureText>> cells = new ArrayList<>();
    List<BarChart.Told> told = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      List<FigureText> cell = new ArrayList<>();
      for (FigureView figure : row.cells().get(i)) {
        FigureText text = FigureText.of(figure, site, frame);
        note(text.passage(), text.source(), text.sentence());
        cell.add(text);
        told.add(new BarChart.Told(figure, text, columns.get(i).text()));
      }
      cells.add(cell);
    }
    FigureText any = told.get(0).text();
    return new ComparePage.Row(
        any.categories(), any.measure(), cells, reasons(row), BarChart.of(row, told));
  }

  /** That a place has no figure stands in its cell. */
  private List<String> reasons(Comparison.Row row) {
    boolean several = row.cells().stream().filter(cell -> !cell.isEmpty()).count() > 1;
    return row.differences().stream()
        .filter(reason -> several && reason != Likeness.NOT_STATED)
        .map(reason -> reason.text(frame.language()))
        .toList();
  }

  private void note(Ref passage, Ref source, FigureText.Quote sentence) {
    footnotes.computeIfAbsent(
        passage.href(),
        href -> new ComparePage.Footnote(footnotes.size() + 1, passage, source, sentence));
  }

  private List<ComparePage.Section> sections(Beside beside) {
    return Beside.SECTIONS.stream()
        .map(section -> section(section, beside))
        .filter(section -> !section.isEmpty())
        .toList();
  }

  private ComparePage.Section section(String name, Beside beside) {
    return new ComparePage.Section(
        name,
        frame.text("compare." + name),
        choice.places().stream()
            .map(
                place ->
                    beside.items(name, place, choice).stream()
                        .map(item -> item(name, item))
                        .distinct()
                        .toList())
            .toList());
  }

  private ComparePage.Item item(String section, Beside.Item item) {
    Set<Ref> passages = new LinkedHashSet<>();
    Set<FigureText.Mark> marks = new LinkedHashSet<>();
    for (Attestation said : item.claims().values()) {
      Node passage = NodeFactory.createURI(said.passage());
      Ref ref = FigureText.passage(passage, knowledge, frame);
      passages.add(ref);
      note(ref, refs.of(knowledge.source(passage)), FigureText.Quote.NONE);
      marks.addAll(marks(said));
    }
    return new ComparePage.Item(
        thing(section, item.thing()),
        relation(section, item.relation()),
        section.equals("rankings") ? knowledge.text(item.thing(), TH.band, frame.language()) : "",
        List.copyOf(marks),
        List.copyOf(passages));
  }

  /** Models and lessons are told by their heading, measures of the place itself need no actor. */
  Ref relation(String section, Node relation) {
    return relation == null || RELATED_BY_SECTION.contains(section)
        ? new Ref("", "", "")
        : refs.of(relation);
  }

  private List<FigureText.Mark> marks(Attestation said) {
    List<FigureText.Mark> marks = new ArrayList<>();
    if (!said.modality().equals("Stated")) {
      String kind = View.PLANS.takes(said.modality(), false) ? "plan" : "held";
      marks.add(new FigureText.Mark(kind, term(said.modality()), ""));
    }
    if (!said.status().equals("Accepted")) {
      marks.add(new FigureText.Mark("doubt", term(said.status()), ""));
    }
    return marks;
  }

  private String term(String name) {
    return refs.of(NodeFactory.createURI(TH.NS + name)).text();
  }

  /** Measures and lessons are told by their gloss, ranks by rank and ranking. */
  Ref thing(String section, Node thing) {
    Ref ref = refs.of(thing);
    if (section.equals("rankings")) {
      return new Ref(rank(thing), frame.language(), ref.href());
    }
    String gloss = knowledge.text(thing, TH.gloss, frame.language());
    return gloss.isEmpty() ? ref : new Ref(gloss, glossLanguage(thing), ref.href());
  }

  private String glossLanguage(Node thing) {
    List<String> told =
        knowledge.values(thing, TH.gloss).stream().map(Node::getLiteralLanguage).toList();
    return told.contains(frame.language()) ? frame.language() : told.get(0);
  }

  private String rank(Node position) {
    String rank =
        knowledge
            .value(position, TH.rank)
            .map(number -> frame.text("compare.rank", number.getLiteralLexicalForm()))
            .orElse("");
    List<String> parts = new ArrayList<>();
    parts.add(rank);
    for (String property :
        List.of("inEdition", "inRanking", "rankedBy", "category", "accordingTo")) {
      if (!property.equals("inRanking") || values(position, "inEdition").isEmpty()) {
        values(position, property).forEach(value -> parts.add(refs.of(value).text()));
      }
    }
    String told = String.join(" · ", parts.stream().filter(part -> !part.isEmpty()).toList());
    return told.isEmpty() ? frame.text("compare.unnumbered") : told;
  }

  private List<Node> values(Node thing, String property) {
    return knowledge.values(thing, NodeFactory.createURI(TH.NS + property));
  }
}
