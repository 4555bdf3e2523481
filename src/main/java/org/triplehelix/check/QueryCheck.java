package org.triplehelix.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.path.P_Link;
import org.triplehelix.check.Finding.Severity;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.QueryFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;

/**
 * A SELECT query that must return no row; its header says problem and remedy, in which {@code
 * {?name}} stands for a value of the row.
 */
final class QueryCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\?(\\w+)}");

  private final QueryFile file;

  private QueryCheck(QueryFile file) {
    this.file = file;
  }

  /**
   * The checks of a folder.
   *
   * @throws BadInputException with every fault of their files
   */
  static List<QueryCheck> in(Content content) {
    List<InputProblem> problems = new ArrayList<>();
    List<QueryCheck> checks = new ArrayList<>();
    for (Content.Item item : content.items(Role.CHECK)) {
      problems.addAll(PrefixLines.faults(item.name(), item.text()));
      QueryFile.read(item, problems)
          .filter(file -> usable(file, problems))
          .ifPresent(file -> checks.add(new QueryCheck(file)));
    }
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    return checks;
  }

  private static boolean usable(QueryFile file, List<InputProblem> problems) {
    Position position = Position.of(file.item().name());
    int before = problems.size();
    for (String key : List.of("problem", "remedy")) {
      if (file.value(key).isEmpty()) {
        problems.add(
            new InputProblem(position, "has no " + key, "add a line #+ " + key + ": at the top"));
      }
    }
    if (!file.query().isSelectType() || !file.query().getResultVars().contains("subject")) {
      problems.add(
          new InputProblem(
              position,
              "does not say what its findings are of",
              "SELECT ?subject, with ?graph, ?predicate and ?object if it is one statement"));
    }
    return problems.size() == before;
  }

  /** The check's name. */
  String name() {
    return file.item().stem();
  }

  /** What it finds in the dataset of what was built. */
  List<Finding> run(DatasetGraph dataset, Built built) {
    List<Finding> findings = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(file.query()).build()) {
      execution.select().forEachRemaining(row -> findings.add(finding(row, built)));
    }
    return findings;
  }

  private Finding finding(Binding row, Built built) {
    Prefixes prefixes = built.release().prefixes();
    return new Finding(
        position(row, built),
        filled("problem", row, prefixes),
        filled("remedy", row, prefixes),
        name(),
        Severity.VIOLATION,
        Optional.of(evidence(row)));
  }

  private static Evidence evidence(Binding row) {
    return new Evidence(
        row.get("subject"),
        Optional.ofNullable(row.get("predicate")).map(P_Link::new),
        Optional.ofNullable(row.get("object")),
        SHACL.SPARQLConstraintComponent,
        Optional.empty());
  }

  private Position position(Binding row, Built built) {
    Node subject = row.get("subject");
    Node graph = row.contains("graph") ? row.get("graph") : Quad.defaultGraphIRI;
    Optional<Position> position =
        row.contains("predicate") && row.contains("object")
            ? built
                .positions()
                .of(graph, Triple.create(subject, row.get("predicate"), row.get("object")))
            : built.positions().of(subject);
    return position.orElseGet(() -> Position.of(file.item().name()));
  }

  private String filled(String key, Binding row, Prefixes prefixes) {
    return PLACEHOLDER
        .matcher(file.value(key).orElseThrow())
        .replaceAll(m -> Matcher.quoteReplacement(text(row.get(m.group(1)), prefixes)));
  }

  private static String text(Node node, Prefixes prefixes) {
    if (node == null) {
      return "nothing";
    }
    return node.isURI() ? prefixes.abbreviate(node.getURI()) : node.getLiteralLexicalForm();
  }
}
