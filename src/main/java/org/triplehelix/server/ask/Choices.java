package org.triplehelix.server.ask;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Site;

/**
 * For which things a question has an answer: its own pattern is asked for the parameter.
 *
 * @param site that is asked
 * @param question whose parameters are to be chosen
 * @param values that they have
 */
record Choices(Site site, Question question, Map<Parameter, Node> values) {
  /** Nobody looks through more. */
  private static final int MOST = 400;

  private static final Duration TIME = Duration.ofSeconds(2);

  /** The things that each parameter may be; none where that is not known, or they are too many. */
  Map<Parameter, List<Node>> of(Attempt attempt) {
    Map<Parameter, List<Node>> choices = new HashMap<>();
    for (Parameter parameter : question.parameters()) {
      if (parameter.type() == Parameter.Type.IRI) {
        choices.put(parameter, of(parameter, attempt));
      }
    }
    return choices;
  }

  private List<Node> of(Parameter parameter, Attempt attempt) {
    Evaluation evaluation =
        new Evaluation(question.name(), site.engine(), site.limits().within(TIME));
    try {
      Set<String> found = new TreeSet<>();
      List<Node> things = new ArrayList<>();
      for (Binding row : evaluation.rows(query(parameter), attempt)) {
        Node thing = row.get(parameter.variable());
        if (thing != null && thing.isURI() && found.add(thing.getURI())) {
          things.add(thing);
        }
      }
      return things.size() > MOST ? List.of() : things;
    } catch (Problem tooMuch) {
      return List.of();
    }
  }

  private Query query(Parameter parameter) {
    Map<Var, Node> others = new HashMap<>();
    values.forEach((other, node) -> others.put(other.variable(), node));
    others.remove(parameter.variable());
    Query things = new Query();
    things.setSyntax(question.file().query().getSyntax());
    things.setQuerySelectType();
    things.setDistinct(true);
    things.addResultVar(parameter.variable());
    things.setQueryPattern(question.with(others).getQueryPattern());
    things.ensureResultVars();
    return things;
  }
}
