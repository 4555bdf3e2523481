package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.server.api.Asked;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.site.Cited;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;

/**
 * Makes the page of a question.
 *
 * @param site that is shown
 * @param asked knows how answers are addressed and cited
 * @param question that is asked
 * @param values of its parameters
 * @param language of the page
 */
record QuestionView(
    Site site, Asked asked, Question question, Map<Parameter, Node> values, String language) {
  private static final String CITE = "/cite/question/";

  QuestionPage page(
      Query query,
      int total,
      int offset,
      List<Binding> part,
      List<List<Attestation>> evidence,
      Map<Parameter, List<Node>> choices) {
    String path = asked.path(question, values).substring("/api".length());
    Frame frame = site.frame(language, offset > 0 ? Links.with(path, "offset", "" + offset) : path);
    boolean zh = language.equals("zh");
    List<String> headings =
        query.getResultVars().stream().map(column -> Columns.name(column, language)).toList();
    return new QuestionPage(
        frame,
        zh ? question.summaryZh() : question.summary(),
        zh ? question.summary() : question.summaryZh(),
        new Ref(
            frame.text("area." + question.area()),
            language,
            frame.page(Links.with(GalleryRoute.PATH, "area", question.area()))),
        frame.href(GalleryRoute.PATH + "/" + question.name()),
        fields(choices),
        AnswerTable.of(headings, query.getResultVars(), part, witnesses(evidence), refs()),
        new QuestionPage.Range(
            total,
            offset,
            part.size(),
            offset > 0
                ? frame.page(
                    Links.with(path, "offset", "" + Math.max(0, offset - QuestionRoute.ROWS)))
                : "",
            offset + part.size() < total
                ? frame.page(Links.with(path, "offset", "" + (offset + QuestionRoute.ROWS)))
                : ""),
        query.toString(),
        frame.page(Links.toWorkbench(query.toString())),
        downloads(frame),
        Cited.of(
            frame,
            asked.citation(question, values),
            CITE + path.substring(GalleryRoute.PATH.length() + 1)));
  }

  private Refs refs() {
    return new Refs(site, language);
  }

  private List<List<Witness>> witnesses(List<List<Attestation>> evidence) {
    return evidence.stream()
        .map(own -> own.stream().map(one -> Witness.of(one, site, language)).toList())
        .toList();
  }

  private List<QuestionPage.Field> fields(Map<Parameter, List<Node>> choices) {
    List<QuestionPage.Field> fields = new ArrayList<>();
    values.forEach(
        (parameter, value) ->
            fields.add(
                new QuestionPage.Field(
                    parameter.name(),
                    Columns.name(parameter.name(), language),
                    asked.text(value),
                    value.isURI() ? refs().of(value).text() : "",
                    parameter.type() == Parameter.Type.INTEGER,
                    options(value, choices.getOrDefault(parameter, List.of())))));
    return fields;
  }

  /** The value itself is among them, even if nothing is answered for it. */
  private List<QuestionPage.Option> options(Node value, List<Node> things) {
    if (things.isEmpty()) {
      return List.of();
    }
    List<Node> all = new ArrayList<>(things);
    if (!all.contains(value)) {
      all.add(value);
    }
    return all.stream()
        .map(
            thing ->
                new QuestionPage.Option(
                    asked.text(thing), refs().of(thing).text(), thing.equals(value)))
        .sorted(Comparator.comparing(QuestionPage.Option::label))
        .toList();
  }

  private List<Ref> downloads(Frame frame) {
    String path = Links.with(asked.path(question, values), "evidence", "true");
    return List.of(
        new Ref(
            "CSV", "", frame.href(Links.with(Links.with(path, "format", "csv"), "bom", "true"))),
        new Ref("TSV", "", frame.href(Links.with(path, "format", "tsv"))),
        new Ref("JSON", "", frame.href(Links.with(path, "format", "json"))),
        new Ref("JSON-LD", "", frame.href(Links.with(path, "format", "jsonld"))));
  }
}
