package org.triplehelix.server.explore;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.NetworkFiles;
import org.triplehelix.vocab.Family;

/** A part of the graph: as a page, or its nodes and edges for programs. */
final class ExploreRoute implements Route {
  static final String PAGE = "/explore";
  static final String DATA = PAGE + "/graph";

  /** The nodes and edges of the script, the table of the page, and the files of graph tools. */
  private static final List<Format> DATA_FORMATS =
      Stream.concat(Stream.of(Format.JSON, Sheet.CSV), ExplorePage.FILES.stream()).toList();

  private final Knowledge knowledge;
  private final boolean isData;

  ExploreRoute(Knowledge knowledge, boolean isData) {
    this.knowledge = knowledge;
    this.isData = isData;
  }

  @Override
  public String path() {
    return isData ? DATA : PAGE;
  }

  @Override
  public String example() {
    return path() + "?view=catapults";
  }

  /** What a reader has on the screen is more than an address can name, and is sent. */
  @Override
  public Set<String> methods() {
    return isData ? Set.of("GET", "POST") : Set.of("GET");
  }

  @Override
  public Set<String> parameters() {
    return isData
        ? Set.of("focus", "view", "from", "to", ShownEdges.PARAMETER)
        : Set.of("focus", "view", "from", "to");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Optional<List<Triple>> shown = ShownEdges.of(call, knowledge);
    Map<String, Node> things = new LinkedHashMap<>();
    for (String name : List.of("focus", "from", "to")) {
      call.parameter(name)
          .filter(text -> !text.isBlank())
          .ifPresent(text -> things.put(name, thing(name, text)));
    }
    if (things.containsKey("to") && things.containsKey("focus")) {
      things.putIfAbsent("from", things.remove("focus"));
    }
    Optional<View> view = call.parameter("view").map(ExploreRoute::view);
    if (view.isPresent() && !things.isEmpty()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "A saved view and a thing are asked for at once; a view has no thing in its middle.",
          "Write view=" + view.get().name() + " alone, or leave view out.");
    }
    if (isData && things.isEmpty() && view.isEmpty() && shown.isEmpty()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "No part of the graph is named.", "Write focus=id/london.");
    }
    return new Part(things, view, shown, call.language());
  }

  private Node thing(String name, String text) {
    return knowledge
        .meant(text.strip())
        .orElseGet(() -> Parameters.thing(name, text.strip(), Family.ID.namespace(), knowledge));
  }

  private static View view(String name) {
    return View.named(name)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no view " + name + ".",
                        "See " + PAGE + " for all of them.")
                    .with("known", View.ALL.stream().map(View::name).toList()));
  }

  private final class Part implements Prepared {
    private final Map<String, Node> things;
    private final Optional<View> view;
    private final Optional<List<Triple>> shown;
    private final String language;

    Part(
        Map<String, Node> things,
        Optional<View> view,
        Optional<List<Triple>> shown,
        String language) {
      this.things = things;
      this.view = view;
      this.shown = shown;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return isData ? DATA_FORMATS : List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return things + " " + view.map(View::name).orElse("") + " " + shown.orElse(List.of());
    }

    @Override
    public Map<String, String> headers(Format format) {
      return ExplorePage.FILES.contains(format)
          ? Map.of("Content-Disposition", NetworkFiles.disposition("graph", format))
          : Map.of();
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      Picture picture = new Picture(knowledge, language);
      List<Triple> edges = edges(attempt);
      if (format.equals(Sheet.CSV)) {
        picture.sheet(edges).write(format, true, out);
      } else if (ExplorePage.FILES.contains(format)) {
        NetworkFormat.named(format.label())
            .orElseThrow()
            .write(picture.network(things, view, edges), language, out);
      } else if (isData) {
        out.write(Json.document(picture.json(edges)));
      } else {
        knowledge.site().pages().write("explore.jte", picture.page(things, view, edges), out);
      }
    }

    private List<Triple> edges(Attempt attempt) {
      Surroundings network = new Surroundings(knowledge.site().dataset());
      if (shown.isPresent()) {
        return shown.get();
      }
      if (view.isPresent()) {
        return ofView(view.get(), attempt);
      }
      if (things.containsKey("from") && things.containsKey("to")) {
        return network.path(things.get("from"), things.get("to"));
      }
      return things.values().stream().findFirst().map(network::around).orElse(List.of());
    }

    private List<Triple> ofView(View wanted, Attempt attempt) {
      Query query = QueryFactory.create(wanted.query());
      Evaluation evaluation = knowledge.evaluation(wanted.name());
      return evaluation.rows(query, attempt).stream()
          .map(row -> Triple.create(row.get("subject"), row.get("relation"), row.get("object")))
          .limit(Surroundings.MOST)
          .toList();
    }
  }
}
