package org.triplehelix.server.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Slugs;
import org.triplehelix.server.figure.FigureQuery;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Likeness;
import org.triplehelix.server.figure.Paging;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/** Figures that were chosen, and what else could be, with how many that would be. */
final class FacetedFigures {
  /** In the order of the form. */
  private static final List<String> FACETS =
      List.of("place", "theme", "indicator", "measure", "period", "source", "modality", "status");

  private final Knowledge knowledge;
  private final Site site;
  private final Call call;
  private final Paging paging;
  private final Attempt attempt;
  private final Frame frame;
  private final Map<String, List<FigureView>> asked = new HashMap<>();

  FacetedFigures(Knowledge knowledge, Call call, Paging paging, Attempt attempt) {
    this.knowledge = knowledge;
    this.site = knowledge.site();
    this.call = call;
    this.paging = paging;
    this.attempt = attempt;
    this.frame = site.frame(call.language(), paging.self());
  }

  /** All that were chosen. */
  List<FigureView> all() {
    return figures(call.parameters());
  }

  private List<FigureView> figures(Map<String, List<String>> given) {
    String query = FigureQuery.of(Given.with(call, given), knowledge).query().serialize();
    return asked.computeIfAbsent(
        query,
        q ->
            knowledge
                .evaluation("figures")
                .rows(FigureQuery.of(Given.with(call, given), knowledge).query(), attempt)
                .stream()
                .map(row -> new FigureView(knowledge, row.get("figure")))
                .toList());
  }

  FiguresPage page() {
    List<FigureView> all = all();
    List<FigureText> shown =
        paging.part(all).stream().map(figure -> FigureText.of(figure, site, frame)).toList();
    return new FiguresPage(
        frame,
        FACETS.stream().map(this::facet).toList(),
        call.parameters().containsKey("indicator") ? charts(all) : List.of(),
        shown,
        all.size(),
        paging.offset() + 1,
        paging.previous().map(frame::page).orElse(""),
        paging.next(all.size()).map(frame::page).orElse(""),
        downloads(),
        Given.workbench(frame, FigureQuery.of(call, knowledge).query()));
  }

  private List<Ref> downloads() {
    return List.of(
        new Ref("CSV", "", frame.page(paging.self() + "&format=csv")),
        new Ref("XLSX", "", frame.page(paging.self() + "&format=xlsx")),
        new Ref("JSON", "", frame.page("/api" + paging.self() + "&evidence=true")));
  }

  /** One for each measure and unit that several figures have. */
  private List<FiguresPage.Chart> charts(List<FigureView> all) {
    Map<String, List<FigureView>> scales = new LinkedHashMap<>();
    all.stream()
        .filter(FigureView::isOwn)
        .forEach(
            figure ->
                scales.computeIfAbsent(scale(figure), scale -> new ArrayList<>()).add(figure));
    return scales.values().stream()
        .filter(figures -> figures.size() > 1)
        .flatMap(this::chart)
        .toList();
  }

  /** Only figures that are alike in all of this stand on one scale. */
  private static String scale(FigureView figure) {
    Likeness.Traits traits = figure.traits();
    return Stream.of(
            figure.indicator(),
            figure.measure(),
            traits.unit(),
            traits.scope(),
            traits.denominator(),
            traits.condition(),
            traits.side())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private Stream<FiguresPage.Chart> chart(List<FigureView> figures) {
    List<BarChart.Told> told =
        figures.stream()
            .map(figure -> told(figure, FigureText.of(figure, site, frame)))
            .filter(one -> one.figure().number().isPresent())
            .toList();
    if (told.size() < 2) {
      return Stream.empty();
    }
    FigureText any = told.get(0).text();
    String title = any.indicator().text() + " · " + any.measure().text();
    return BarChart.of(told).map(bars -> new FiguresPage.Chart(title, bars)).stream();
  }

  private static BarChart.Told told(FigureView figure, FigureText text) {
    String label =
        Stream.concat(Stream.of(text.of()), text.categories().stream())
            .map(Ref::text)
            .collect(Collectors.joining(" · "));
    return new BarChart.Told(figure, text, label);
  }

  /** What can be chosen of a facet while all others stay as they are. */
  private FiguresPage.Facet facet(String name) {
    Map<String, List<String>> others = new LinkedHashMap<>(call.parameters());
    List<String> chosen = others.getOrDefault(name, List.of());
    others.remove(name);
    Map<String, Long> counts = new TreeMap<>();
    Map<String, String> labels = new HashMap<>();
    for (FigureView figure : figures(others)) {
      values(name, figure)
          .forEach(
              (value, label) -> {
                counts.merge(value, 1L, Long::sum);
                labels.put(value, label);
              });
    }
    List<ComparePage.Choice> choices = new ArrayList<>();
    counts.forEach(
        (value, count) ->
            choices.add(
                new ComparePage.Choice(
                    value, labels.get(value), "", count, chosen.contains(value))));
    chosen.stream()
        .filter(value -> !counts.containsKey(value))
        .forEach(
            value -> choices.add(new ComparePage.Choice(value, label(name, value), "", 0, true)));
    choices.sort(Comparator.comparing(ComparePage.Choice::label));
    return new FiguresPage.Facet(name, frame.text("figures." + name), choices);
  }

  /** What is chosen and has no figure is still called by its name. */
  private String label(String facet, String value) {
    return Optional.ofNullable(FigureQuery.THINGS.get(facet))
        .map(family -> NodeFactory.createURI(family.namespace() + value))
        .flatMap(thing -> site.names().in(call.language(), thing))
        .orElse(value);
  }

  /** The values by which a figure is found, with their names. */
  private Map<String, String> values(String facet, FigureView figure) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (facet) {
      case "place" -> figure.of().ifPresent(of -> add(values, of, Family.ID));
      case "indicator" ->
          figure
              .indicator()
              .ifPresent(
                  indicator -> wider(indicator).forEach(w -> add(values, w, Family.INDICATOR)));
      case "theme" ->
          figure.categories().stream()
              .flatMap(category -> wider(category).stream())
              .forEach(theme -> add(values, theme, Family.THEME));
      case "source" -> add(values, figure.source(), Family.SOURCE);
      case "period" -> years(figure).forEach(year -> values.put(year, year));
      default ->
          figure
              .values(facet)
              .forEach(word -> values.put(Slugs.of(word), knowledge.name(word, call.language())));
    }
    return values;
  }

  private void add(Map<String, String> values, Node thing, Family family) {
    values.put(
        CompareChoice.name(thing, family, knowledge), knowledge.name(thing, call.language()));
  }

  private Set<Node> wider(Node concept) {
    Set<Node> wider = new LinkedHashSet<>();
    wider.add(concept);
    knowledge
        .values(concept, SKOS.broader.asNode())
        .forEach(broader -> wider.addAll(wider(broader)));
    return wider;
  }

  /** The years that are named; an open time is found by any year, and listed by that it names. */
  private static List<String> years(FigureView figure) {
    List<Integer> ends =
        Stream.of("from", "until")
            .flatMap(end -> figure.values(end).stream())
            .map(Node::getLiteralLexicalForm)
            .map(day -> Integer.valueOf(day.substring(0, 4)))
            .toList();
    return ends.isEmpty()
        ? List.of()
        : IntStream.rangeClosed(ends.get(0), ends.get(ends.size() - 1))
            .mapToObj(Integer::toString)
            .toList();
  }
}
