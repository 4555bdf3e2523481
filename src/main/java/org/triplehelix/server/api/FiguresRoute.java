package org.triplehelix.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.triplehelix.server.figure.FigureQuery;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Call;

/** All figures, or those of a place, an indicator, a period … */
final class FiguresRoute implements Documented {
  static final String PATH = "/api/figures";

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
    names.addAll(FigureQuery.PARAMETERS);
    return names;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new FiguresAnswer(knowledge, FigureQuery.of(call, knowledge).query(), call);
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
    parameters.add(
        ApiParameter.word("status", FigureQuery.WORDS.get("status"), "Its status.", "状态。"));
    parameters.add(
        ApiParameter.word(
            "modality", FigureQuery.WORDS.get("modality"), "How it is meant.", "语气。"));
    parameters.add(
        ApiParameter.word(
            "measure", FigureQuery.WORDS.get("measure"), "What kind of figure it is.", "数字的类型。"));
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
