package org.triplehelix.server.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** The query for figures, narrowed by what is asked. */
public final class FigureQuery {
  /** The parameters that name things, with the namespace in which a last part is looked for. */
  public static final Map<String, Family> THINGS =
      Map.of(
          "place", Family.ID,
          "indicator", Family.INDICATOR,
          "theme", Family.THEME,
          "source", Family.SOURCE);

  /** The parameters that are words of a closed list. */
  public static final Map<String, List<String>> WORDS =
      Map.of(
          "status",
          List.of("Accepted", "Doubted"),
          "modality",
          List.of("Stated", "Planned", "Recommended", "Forecast", "Opinion"),
          "measure",
          List.of("Level", "Share", "Ratio", "Change", "Rate", "AnnualRate", "Cumulative"));

  /** All parameters by which figures are chosen. */
  public static final Set<String> PARAMETERS = parameters();

  private static final String TEXT = text();

  private final Map<Var, Collection<Node>> given = new LinkedHashMap<>();

  private static String text() {
    try (InputStream in = FigureQuery.class.getResourceAsStream("figures.rq")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> parameters() {
    Set<String> names = new TreeSet<>(THINGS.keySet());
    names.addAll(WORDS.keySet());
    names.add("period");
    return names;
  }

  /** The query that a call asks for. */
  public static FigureQuery of(Call call, Knowledge knowledge) {
    Parameters parameters = new Parameters(call);
    FigureQuery query = new FigureQuery();
    THINGS.forEach(
        (name, family) ->
            query.where(name, parameters.things(name, family.namespace(), knowledge)));
    WORDS.forEach((name, words) -> query.where(name, terms(parameters, name, words)));
    Optional<Period> period = call.parameter("period").map(text -> Period.of("period", text));
    period.ifPresent(
        p -> query.where("first", List.of(p.first())).where("last", List.of(p.last())));
    return query;
  }

  private static List<Node> terms(Parameters parameters, String name, List<String> words) {
    List<Node> terms = new ArrayList<>();
    Function<String, String> reading = word -> word.replaceFirst("^th:", "").toLowerCase();
    for (String value : parameters.values(name)) {
      terms.add(NodeFactory.createURI(TH.NS + parameters.oneOf(name, value, words, reading)));
    }
    return terms;
  }

  /** Takes only figures that have one of the values; all, if there is none. */
  public FigureQuery where(String filter, Collection<Node> values) {
    if (!values.isEmpty()) {
      given.put(Var.alloc(filter), values);
    }
    return this;
  }

  /** The query, with the values of each filter before the filter. */
  public Query query() {
    Query query = QueryFactory.create(TEXT);
    ElementGroup narrowed = new ElementGroup();
    for (Element element : ((ElementGroup) query.getQueryPattern()).getElements()) {
      if (element instanceof ElementGroup filter) {
        add(filter, narrowed);
      } else {
        narrowed.addElement(element);
      }
    }
    query.setQueryPattern(narrowed);
    return query;
  }

  private void add(ElementGroup filter, ElementGroup narrowed) {
    Set<Var> mentioned = new HashSet<>(OpVars.mentionedVars(Algebra.compile(filter)));
    mentioned.retainAll(given.keySet());
    if (mentioned.isEmpty()) {
      return;
    }
    ElementGroup group = new ElementGroup();
    mentioned.forEach(variable -> group.addElement(values(variable)));
    filter.getElements().forEach(group::addElement);
    narrowed.addElement(group);
  }

  private ElementData values(Var variable) {
    ElementData data = new ElementData(new ArrayList<>(List.of(variable)), new ArrayList<>());
    given.get(variable).forEach(value -> data.add(BindingFactory.binding(variable, value)));
    return data;
  }
}
