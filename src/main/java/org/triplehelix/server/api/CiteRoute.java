package org.triplehelix.server.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.Citation;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Fixed;

/** How things, figures, claims, passages and answers of questions are cited. */
final class CiteRoute implements Documented {
  private static final String PATH = "/cite/";
  private static final String QUESTION = PATH + "question/";
  private static final Format BIBTEX =
      Format.text("bib", "application/x-bibtex", "bibtex", "text/x-bibtex");
  private static final Format GBT = Format.text("gbt", "text/plain", "gbt7714");
  private static final Format CSL =
      Format.of("csl", "application/vnd.citationstyles.csl+json", "csl-json");
  private static final List<Format> FORMATS = List.of(Format.PLAIN, GBT, BIBTEX, CSL, Format.JSON);

  private final Knowledge knowledge;
  private final Asked asked;

  CiteRoute(Knowledge knowledge, Asked asked) {
    this.knowledge = knowledge;
    this.asked = asked;
  }

  @Override
  public String path() {
    return PATH + "*";
  }

  @Override
  public String example() {
    return PATH + "figure/lb-s014-jobs";
  }

  @Override
  public Set<String> parameters(String path) {
    Set<String> names = new TreeSet<>(Set.of("accessed"));
    if (path.startsWith(QUESTION) && !path.contains("{")) {
      question(path).parameters().forEach(parameter -> names.add(parameter.name()));
    }
    return names;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Citation citation = call.path().startsWith(QUESTION) ? ofQuestion(call) : ofThing(call.path());
    Citation dated = accessed(call).map(citation::accessedOn).orElse(citation);
    return new Fixed(
        FORMATS,
        dated.url() + " " + dated.accessed(),
        (format, out) -> out.write(written(dated, format, call.language())));
  }

  private static byte[] written(Citation citation, Format format, String language) {
    if (format.equals(CSL)) {
      return Json.document(List.of(citation.csl()));
    }
    if (format.equals(Format.JSON)) {
      return Json.document(citation.forms());
    }
    String text =
        format.equals(BIBTEX)
            ? citation.bibtex()
            : (format.equals(GBT) ? citation.gbt7714() : citation.text(language)) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Question question(String path) {
    return asked.question(path.substring(QUESTION.length()));
  }

  private Citation ofQuestion(Call call) {
    Question question = question(call.path());
    Map<Parameter, Node> values = asked.values(question, call);
    return asked.citation(question, values);
  }

  private Citation ofThing(String path) {
    String name = path.substring(PATH.length());
    return knowledge
        .slugs()
        .find(name, "")
        .filter(thing -> name.contains("/"))
        .map(knowledge.citations()::of)
        .orElseThrow(() -> unknown(name));
  }

  private Problem unknown(String name) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    return new Problem(
            Problem.Kind.NOT_FOUND,
            "There is nothing named " + name + " to be cited.",
            "Write the path of a name, as /cite/figure/lb-s014-jobs, or /cite/question/ and the"
                + " name of a question.")
        .with("near", knowledge.near(name, folder));
  }

  private static Optional<LocalDate> accessed(Call call) {
    return call.parameter("accessed")
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException e) {
                throw Parameters.wrong("accessed", text, "a day", "accessed=2026-11-20");
              }
            });
  }

  @Override
  public List<Operation> operations() {
    ApiParameter accessed =
        ApiParameter.text(
            "accessed", "", "The day of access, for the forms that want one.", "访问日期。");
    return List.of(
        operation(
            PATH + "{family}/{name}",
            "cite",
            List.of(
                ApiParameter.inPath("family", "figure", "Of names: id, figure, fact …", "名称族。"),
                ApiParameter.inPath("name", "lb-s014-jobs", "The last part.", "名称末段。"),
                accessed)),
        operation(
            QUESTION + "{question}",
            "cite-question",
            List.of(ApiParameter.inPath("question", "contents", "Its name.", "问题名称。"), accessed)));
  }

  private static Operation operation(String path, String id, List<ApiParameter> own) {
    List<ApiParameter> parameters = new ArrayList<>(own);
    parameters.add(ApiParameter.LANG);
    parameters.add(ApiParameter.RELEASE);
    return new Operation(
        path,
        id,
        "citations",
        "How is it cited, with the release and the passages it was read in?",
        "如何引用，附发布版及所读句子？",
        parameters,
        FORMATS,
        "Citation");
  }
}
