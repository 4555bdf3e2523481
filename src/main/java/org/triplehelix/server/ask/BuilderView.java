package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.server.ask.BuilderPage.Choice;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;

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

  /** The first page: all kinds. */
  BuilderPage start(String kinds) {
    Frame frame = site.frame(language, BuilderRoute.PATH);
    List<Choice> choices =
        asked.apply(kinds).stream()
            .map(
                row ->
                    choice(
                        row,
                        "kind",
                        node ->
                            path(new BuiltQuestion(node, List.of(), site.release().prefixes()))))
            .toList();
    return new BuilderPage(
        frame, "", choices, List.of(), List.of(), List.of(), null, 0, "", "", List.of());
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
        steps(question, frame),
        relations(question, false),
        relations(question, true),
        AnswerTable.of(
            headings(question), question.columns(), rows.stream().limit(ROWS).toList(), refs()),
        rows.size(),
        sparql,
        frame.page(Links.toWorkbench(sparql)),
        List.of(
            download(frame, sparql, "csv"),
            download(frame, sparql, "tsv"),
            download(frame, sparql, "json")));
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

  private List<String> headings(BuiltQuestion question) {
    List<String> headings = new ArrayList<>(List.of(refs().of(question.kind()).text()));
    question.steps().stream()
        .filter(step -> step.value().isEmpty())
        .forEach(step -> headings.add(relation(step)));
    return headings;
  }

  private String relation(Step step) {
    String name = refs().of(step.relation()).text();
    return step.isInverse() ? site.frame(language, "/").text("builder.from", name) : name;
  }

  private List<BuilderPage.Part> steps(BuiltQuestion question, Frame frame) {
    List<BuilderPage.Part> parts = new ArrayList<>();
    for (int i = 0; i < question.steps().size(); i++) {
      Step step = question.steps().get(i);
      List<Choice> values = step.value().isEmpty() ? values(question, i) : List.of();
      parts.add(
          new BuilderPage.Part(
              relation(step),
              step.value().map(node -> refs().of(node).text()).orElse(""),
              frame.page(path(without(question, i))),
              values));
    }
    return parts;
  }

  private List<Choice> values(BuiltQuestion question, int step) {
    return asked.apply(question.values(step, BuilderRoute.VALUES)).stream()
        .filter(row -> row.get(BuiltQuestion.column(step)).isURI())
        .map(
            row ->
                choice(
                    row,
                    BuiltQuestion.column(step),
                    node -> path(with(question, step, question.steps().get(step).to(node)))))
        .toList();
  }

  private List<Choice> relations(BuiltQuestion question, boolean isInverse) {
    return asked.apply(question.relations(isInverse)).stream()
        .filter(row -> isTold(row.get("relation")))
        .map(
            row ->
                choice(
                    row,
                    "relation",
                    node ->
                        path(
                            with(
                                question,
                                question.steps().size(),
                                new Step(node, isInverse, Optional.empty())))))
        .toList();
  }

  private boolean isTold(Node relation) {
    return SHOWN_ANYWAY.stream().noneMatch(relation.getURI()::startsWith)
        && site.names().in(language, relation).isPresent();
  }

  private static BuiltQuestion with(BuiltQuestion question, int at, Step step) {
    List<Step> steps = new ArrayList<>(question.steps());
    if (at < steps.size()) {
      steps.set(at, step);
    } else {
      steps.add(step);
    }
    return new BuiltQuestion(question.kind(), steps, question.prefixes());
  }

  private static BuiltQuestion without(BuiltQuestion question, int at) {
    List<Step> steps = new ArrayList<>(question.steps());
    steps.remove(at);
    return new BuiltQuestion(question.kind(), steps, question.prefixes());
  }

  private Choice choice(Binding row, String variable, Function<Node, String> path) {
    Node node = row.get(variable);
    return new Choice(
        refs().of(node).text(),
        ((Number) row.get("count").getLiteralValue()).intValue(),
        site.frame(language, "/").page(path.apply(node)));
  }

  private static String path(BuiltQuestion question) {
    String path =
        Links.with(
            BuilderRoute.PATH, "kind", question.prefixes().abbreviate(question.kind().getURI()));
    for (Step step : question.steps()) {
      path = Links.with(path, "with", step.text(question.prefixes()));
    }
    return path;
  }
}
