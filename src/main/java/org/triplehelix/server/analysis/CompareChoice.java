package org.triplehelix.server.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.Slugs;
import org.triplehelix.server.figure.FigureQuery;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.vocab.Family;

/**
 * What is to be compared: all of it stands in the address.
 *
 * @param places in their order
 * @param indicators only these and those below them; all if empty
 * @param themes only what is about these; all if empty
 * @param views only from these points of view; all if empty
 */
record CompareChoice(List<Node> places, List<Node> indicators, List<Node> themes, Set<View> views) {
  static final String PATH = "/compare";
  static final Set<String> PARAMETERS = Set.of("places", "indicator", "theme", "view");
  private static final int MOST = 10;

  /** Reads a request. */
  static CompareChoice of(Call call, Knowledge knowledge) {
    Parameters parameters = new Parameters(call);
    List<Node> places =
        parameters.things("places", Family.ID.namespace(), knowledge).stream().distinct().toList();
    if (places.size() > MOST) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "places must be at most " + MOST + " things, not " + places.size() + ".",
              "Write places=london,beijing.")
          .with("parameter", "places");
    }
    Set<View> views = EnumSet.noneOf(View.class);
    List<String> labels = Arrays.stream(View.values()).map(View::label).toList();
    for (String value : parameters.values("view")) {
      String label = parameters.oneOf("view", value, labels, word -> word);
      views.add(View.values()[labels.indexOf(label)]);
    }
    return new CompareChoice(
        places,
        parameters.things("indicator", Family.INDICATOR.namespace(), knowledge),
        parameters.things("theme", Family.THEME.namespace(), knowledge),
        views);
  }

  /** Whether there is something to put side by side. */
  boolean isComparison() {
    return places.size() > 1;
  }

  /** Whether what is said beside figures is wanted; indicators are of figures alone. */
  boolean takesBeside() {
    return isComparison() && indicators.isEmpty();
  }

  /** The query for its figures. */
  FigureQuery query() {
    return new FigureQuery()
        .where("place", places)
        .where("indicator", indicators)
        .where("theme", themes);
  }

  /** Whether a figure is told from one of its points of view. */
  boolean takes(FigureView figure) {
    String modality = figure.values("modality").stream().map(Slugs::of).findFirst().orElse("");
    boolean attributed =
        !figure.values("saidBy").isEmpty() || !figure.values("accordingTo").isEmpty();
    return takes(modality, attributed);
  }

  /** Whether something is told from one of its points of view. */
  boolean takes(String modality, boolean isAttributed) {
    return views.isEmpty() || views.stream().anyMatch(view -> view.takes(modality, isAttributed));
  }

  /** Whether ranks are wanted. */
  boolean takesRankings() {
    return views.isEmpty() || views.contains(View.RANKINGS);
  }

  /** Path and query of it. */
  String path(Knowledge knowledge) {
    List<String> query = new ArrayList<>();
    add(query, "places", names(places, Family.ID, knowledge));
    add(query, "indicator", names(indicators, Family.INDICATOR, knowledge));
    add(query, "theme", names(themes, Family.THEME, knowledge));
    add(query, "view", views.stream().map(View::label).toList());
    return query.isEmpty() ? PATH : PATH + "?" + String.join("&", query);
  }

  private static void add(List<String> query, String name, List<String> values) {
    if (!values.isEmpty()) {
      query.add(name + "=" + String.join(",", values));
    }
  }

  private static List<String> names(List<Node> things, Family family, Knowledge knowledge) {
    return things.stream().map(thing -> name(thing, family, knowledge)).toList();
  }

  /** As short as it is understood. */
  static String name(Node thing, Family family, Knowledge knowledge) {
    String iri = thing.getURI();
    return iri.startsWith(family.namespace())
        ? iri.substring(family.namespace().length())
        : knowledge.site().release().prefixes().abbreviate(iri);
  }
}
