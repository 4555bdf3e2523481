package org.triplehelix.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.triplehelix.server.figure.Comparison;
import org.triplehelix.server.figure.FigureQuery;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.vocab.Family;

/** Figures of several places side by side. */
final class CompareRoute implements Documented {
  private static final String PATH = "/api/compare";
  private static final int MOST = 10;
  private static final List<String> SHAPES = List.of("wide", "long");

  private final Knowledge knowledge;

  CompareRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?places=london,beijing";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("places", "indicator", "shape", "evidence", "bom");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Parameters parameters = new Parameters(call);
    List<Node> places =
        parameters.things("places", Family.ID.namespace(), knowledge).stream().distinct().toList();
    if (places.size() < 2 || places.size() > MOST) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "places must be from two to "
                  + MOST
                  + " different things, not "
                  + places.size()
                  + ".",
              "Write places=london,beijing.")
          .with("parameter", "places");
    }
    Query query =
        new FigureQuery()
            .where("place", places)
            .where(
                "indicator",
                parameters.things("indicator", Family.INDICATOR.namespace(), knowledge))
            .query();
    String shape = call.parameter("shape").orElse(SHAPES.get(0));
    boolean isLong = parameters.oneOf("shape", shape, SHAPES, word -> word).equals("long");
    return new Answer(
        call, places, query, isLong, parameters.flag("evidence"), parameters.flag("bom"));
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        new Operation(
            PATH,
            "compare",
            "figures",
            "How do places compare, figure by figure, and where is that not like with like?",
            "各地逐项数字如何对比，何处不可比？",
            List.of(
                ApiParameter.text(
                    "places", "london,beijing", "From two to ten, with commas.", "二至十个，逗号分隔。"),
                ApiParameter.text(
                    "indicator", "", "Only this indicator and those below it.", "仅此指标及其下位指标。"),
                ApiParameter.word(
                    "shape",
                    SHAPES,
                    "Of tables: a row for each indicator, or for each figure.",
                    "表格形状：每指标一行，或每数字一行。"),
                ApiParameter.EVIDENCE,
                ApiParameter.BOM,
                ApiParameter.LANG,
                ApiParameter.RELEASE),
            FiguresAnswer.FORMATS,
            "Comparison"));
  }

  private final class Answer implements Prepared {
    private final Call call;
    private final List<Node> places;
    private final Query query;
    private final boolean isLong;
    private final boolean withEvidence;
    private final boolean mark;

    Answer(
        Call call,
        List<Node> places,
        Query query,
        boolean isLong,
        boolean withEvidence,
        boolean mark) {
      this.call = call;
      this.places = places;
      this.query = query;
      this.isLong = isLong;
      this.withEvidence = withEvidence;
      this.mark = mark;
    }

    @Override
    public List<Format> formats() {
      return FiguresAnswer.FORMATS;
    }

    @Override
    public String canonical() {
      return call.target(name -> true);
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      List<FigureView> figures =
          knowledge.evaluation("compare").rows(query, attempt).stream()
              .map(row -> new FigureView(knowledge, row.get("figure")))
              .toList();
      Comparison comparison =
          Comparison.of(knowledge, places, figures, call.language(), withEvidence);
      if (format.equals(Format.JSON)) {
        out.write(Json.document(comparison.json()));
      } else {
        (isLong ? comparison.tall() : comparison.wide()).write(format, mark, out);
      }
    }
  }
}
