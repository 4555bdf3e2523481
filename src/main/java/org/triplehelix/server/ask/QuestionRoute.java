package org.triplehelix.server.ask;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.server.api.Asked;
import org.triplehelix.server.api.Resting;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;

/** The page of a question: what may be asked otherwise, the answer, and on what it rests. */
final class QuestionRoute implements Route {
  /** Rows on a page. */
  static final int ROWS = 100;

  private final Knowledge knowledge;
  private final Asked asked;

  QuestionRoute(Knowledge knowledge, Asked asked) {
    this.knowledge = knowledge;
    this.asked = asked;
  }

  @Override
  public String path() {
    return GalleryRoute.PATH + "/*";
  }

  @Override
  public String example() {
    return GalleryRoute.PATH + "/figures-of-a-thing?thing=wayra";
  }

  @Override
  public Set<String> parameters(String path) {
    Set<String> names = new TreeSet<>(Set.of("offset"));
    question(path).parameters().forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Question question = question(call.path());
    return new Answer(question, asked.values(question, call), offset(call), call.language());
  }

  private Question question(String path) {
    return asked.question(path.substring(GalleryRoute.PATH.length() + 1));
  }

  private static int offset(Call call) {
    String offset = call.parameter("offset").orElse("0");
    if (!offset.matches("\\d{1,6}")) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "offset is no number of rows.", "Write offset=" + ROWS + ".");
    }
    return Integer.parseInt(offset);
  }

  private final class Answer implements Prepared {
    private final Question question;
    private final Map<Parameter, Node> values;
    private final int offset;
    private final String language;

    Answer(Question question, Map<Parameter, Node> values, int offset, String language) {
      this.question = question;
      this.values = values;
      this.offset = offset;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return asked.path(question, values) + " " + offset;
    }

    @Override
    public Map<String, String> headers(Format format) {
      String data = knowledge.site().address().reference(asked.path(question, values));
      return Map.of("Link", "<" + data + ">; rel=\"alternate\"; type=\"application/json\"");
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      Resting resting = Resting.of(knowledge, question, values);
      List<Binding> rows = resting.rows(attempt);
      List<Binding> part = rows.stream().skip(offset).limit(ROWS).toList();
      List<List<Attestation>> evidence = resting.evidence(part, attempt);
      Choices choices = new Choices(knowledge.site(), question, values);
      knowledge
          .site()
          .pages()
          .write(
              "question.jte",
              new QuestionView(knowledge.site(), asked, question, values, language)
                  .page(resting.query(), rows.size(), offset, part, evidence, choices.of(attempt)),
              out);
    }
  }
}
