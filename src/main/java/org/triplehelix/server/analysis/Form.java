package org.triplehelix.server.analysis;

import com.ibm.icu.text.Collator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.site.Frame;
import org.triplehelix.vocab.Family;

/**
 * What can be chosen for a comparison, with how much is said of it.
 *
 * @param knowledge of the release
 * @param choice what is chosen now
 * @param frame around the page
 * @param attempt how far its queries may go
 */
record Form(Knowledge knowledge, CompareChoice choice, Frame frame, Attempt attempt) {
  private static final String PLACES = text("places.rq");
  private static final String THEMES = text("themes.rq");

  private static String text(String name) {
    try (InputStream in = Form.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ComparePage.Form form() {
    List<Binding> themes = rows(THEMES);
    return new ComparePage.Form(
        places(),
        choices(themes, Family.INDICATOR, true),
        choices(themes, Family.INDICATOR, false),
        Arrays.stream(View.values())
            .map(
                view ->
                    new ComparePage.Choice(
                        view.label(),
                        frame.text("compare.view." + view.label()),
                        "",
                        0,
                        choice.views().contains(view)))
            .toList());
  }

  private List<Binding> rows(String query) {
    return knowledge.evaluation("choices").rows(QueryFactory.create(query), attempt);
  }

  /** Those of which something is said, and what is chosen beside them. */
  private List<ComparePage.Choice> places() {
    List<ComparePage.Choice> places = new ArrayList<>();
    List<Node> listed = new ArrayList<>();
    for (Binding row : rows(PLACES)) {
      listed.add(row.get("place"));
      places.add(choice(row, "place", Family.ID, choice.places()));
    }
    for (Node place : choice.places()) {
      if (!listed.contains(place)) {
        String value = CompareChoice.name(place, Family.ID, knowledge);
        places.add(new ComparePage.Choice(value, name(place), "", 0, true));
      }
    }
    return places;
  }

  private List<ComparePage.Choice> choices(List<Binding> rows, Family family, boolean inFamily) {
    List<Node> chosen = inFamily ? choice.indicators() : choice.themes();
    Collator names = Collator.getInstance(Locale.forLanguageTag(frame.language()));
    Family shortened = inFamily ? Family.INDICATOR : Family.THEME;
    return rows.stream()
        .filter(row -> row.get("theme").getURI().startsWith(family.namespace()) == inFamily)
        .map(row -> choice(row, "theme", shortened, chosen))
        .sorted(
            Comparator.comparing(ComparePage.Choice::scheme, names)
                .thenComparing(c -> -c.count())
                .thenComparing(ComparePage.Choice::label, names))
        .toList();
  }

  private ComparePage.Choice choice(
      Binding row, String variable, Family family, List<Node> chosen) {
    Node thing = row.get(variable);
    return new ComparePage.Choice(
        CompareChoice.name(thing, family, knowledge),
        name(thing),
        row.contains("scheme") ? name(row.get("scheme")) : "",
        ((Number) row.get("figures").getLiteralValue()).longValue(),
        chosen.contains(thing));
  }

  private String name(Node thing) {
    return knowledge.name(thing, frame.language());
  }
}
