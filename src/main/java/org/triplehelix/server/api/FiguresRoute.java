package org.triplehelix.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** All figures, or those of a place, an indicator, a period … */
final class FiguresRoute implements Documented {
  static final String PATH = "/api/figures";

  /** The parameters that name things, with the namespace in which a last part is looked for. */
  private static final Map<String, Family> THINGS =
      Map.of(
          "place", Family.ID,
          "indicator", Family.INDICATOR,
          "theme", Family.THEME,
          "source", Family.SOURCE);

  /** The parameters that are words of a closed list. */
  static final Map<String, List<String>> WORDS =
      Map.of(
          "status",
          List.of("Accepted", "Doubted"),
          "modality",
          List.of("Stated", "Planned", "Recommended", "Forecast", "Opinion"));

  private final Knowledge knowledge;

  FiguresRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?place=london&indicator=jobs";
  }

  @Override
  public Set<String> parameters() {
    Set<String> names = new TreeSet<>(QuestionRoute.OF_ALL);
    names.addAll(THINGS.keySet());
    names.addAll(WORDS.keySet());
    names.add("period");
    return names;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Parameters parameters = new Parameters(call);
    FigureQuery query = new FigureQuery();
    THINGS.forEach(
        (name, family) ->
            query.where(name, parameters.things(name, family.namespace(), knowledge)));
    WORDS.forEach((name, words) -> query.where(name, terms(parameters, name, words)));
    Optional<Period> period = call.parameter("period").map(text -> Period.of("period", text));
    period.ifPresent(
        p -> query.where("first", List.of(p.first())).where("last", List.of(p.last())));
    return new FiguresAnswer(knowledge, query.query(), call);
  }

  private static List<Node> terms(Parameters parameters, String name, List<String> words) {
    List<Node> terms = new ArrayList<>();
    Function<String, String> reading = word -> word.replaceFirst("^th:", "").toLowerCase();
    for (String value : parameters.values(name)) {
      terms.add(NodeFactory.createURI(TH.NS + parameters.oneOf(name, value, words, reading)));
    }
    return terms;
  }

  @Override
  public List<Operation> operations() {
    List<ApiParameter> parameters = new ArrayList<>();
    parameters.add(
        ApiParameter.text(
            "place",
            "london",
            "Of what the figure is: exactly this, not what lies within it.",
            "数字所属事物：仅指该事物，不含其内部。"));
    parameters.add(
        ApiParameter.text(
            "indicator", "jobs", "What is counted, or an indicator above it.", "指标或其上位指标。"));
    parameters.add(
        ApiParameter.text(
            "theme",
            "",
            "A concept that the thing, category or indicator is, or is below.",
            "事物、类别或指标所属的概念。"));
    parameters.add(ApiParameter.text("source", "", "The document.", "文献。"));
    parameters.add(
        ApiParameter.text(
            "period", "", "What overlaps it: 2016, 2016-04, 2016/2018, ../2027.", "与该时段重叠的数字。"));
    parameters.add(ApiParameter.word("status", WORDS.get("status"), "Its status.", "状态。"));
    parameters.add(ApiParameter.word("modality", WORDS.get("modality"), "How it is meant.", "语气。"));
    parameters.addAll(ApiParameter.OF_LISTS);
    return List.of(
        new Operation(
            PATH,
            "figures",
            "figures",
            "Which figures do the documents give? Several values, with commas, are alternatives.",
            "各文献给出哪些数字？逗号分隔的多个值为或的关系。",
            parameters,
            FiguresAnswer.FORMATS,
            "Figures"));
  }
}
