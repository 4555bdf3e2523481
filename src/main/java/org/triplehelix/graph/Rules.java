package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.triplehelix.infer.InferenceRule;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/**
 * The rules that OWL cannot say, written as CONSTRUCT queries of triple patterns and VALUES: one
 * rule for each row of VALUES and each triple of the template.
 */
final class Rules {
  private final List<InferenceRule> rules = new ArrayList<>();
  private final List<InputProblem> problems;

  private Rules(List<InputProblem> problems) {
    this.problems = problems;
  }

  /** Reads rule files; faults are added to the problems. */
  static List<InferenceRule> parse(List<Content.Item> items, List<InputProblem> problems) {
    Rules rules = new Rules(problems);
    for (Content.Item item : items) {
      Optional<QueryFile> file = QueryFile.read(item, problems);
      file.ifPresent(rules::take);
    }
    return rules.rules;
  }

  private void take(QueryFile file) {
    Query query = file.query();
    if (!query.isConstructType()) {
      fault(file, "a rule that is no CONSTRUCT query", "make it one");
      return;
    }
    List<Triple> body = new ArrayList<>();
    List<Binding> rows = new ArrayList<>();
    List<Element> elements = ((ElementGroup) query.getQueryPattern()).getElements();
    if (!elements.stream().allMatch(element -> take(element, body, rows))) {
      fault(
          file,
          "a rule with more than triple patterns and one VALUES",
          "say it with these alone, so that the premises of a conclusion are known");
      return;
    }
    String summary = file.value("summary").orElse("").replaceFirst("\\.$", "");
    if (summary.isEmpty() || file.value("example").isEmpty()) {
      fault(
          file, "has no summary or no example", "add lines #+ summary: and #+ example: at the top");
    }
    if (rows.isEmpty()) {
      rows.add(BindingFactory.root());
    }
    for (Triple head : query.getConstructTemplate().getTriples()) {
      InferenceRule rule = new InferenceRule(file.item().stem(), summary, List.of(), body, head);
      if (rule.with(rows.get(0)).unboundInHead().isEmpty()) {
        rows.forEach(row -> rules.add(rule.with(row)));
      } else {
        fault(file, "makes names that no premise gives", "use only variables of the WHERE part");
      }
    }
  }

  private static boolean take(Element element, List<Triple> body, List<Binding> rows) {
    if (element instanceof ElementPathBlock block) {
      for (TriplePath path : block.getPattern()) {
        if (!path.isTriple()) {
          return false;
        }
        body.add(path.asTriple());
      }
      return true;
    }
    return element instanceof ElementData data && rows.isEmpty() && rows.addAll(data.getRows());
  }

  private void fault(QueryFile file, String what, String remedy) {
    problems.add(new InputProblem(Position.of(file.item().name()), what, remedy));
  }
}
