package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Ranges;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** The faults of single statements that the build could not go on with. */
final class StatementFaults {
  /** Files in which OWL, RDFS or SHACL need cells without names. */
  private static final Set<Role> WITH_BLANK_NODES =
      Set.of(Role.ONTOLOGY, Role.ALIGNMENT, Role.SHAPE);

  private static final Pattern PASSAGE =
      Pattern.compile(Pattern.quote(Family.SOURCE.namespace()) + "[a-z0-9-]+/[A-Za-z0-9-]+");
  private static final Pattern SOURCE_PREFIX = Pattern.compile("[a-z]{1,8}");

  private final Role role;
  private final List<InputProblem> problems = new ArrayList<>();

  private StatementFaults(Role role) {
    this.role = role;
  }

  /** All faults of a file. */
  static List<InputProblem> in(ParsedFile file) {
    StatementFaults faults = new StatementFaults(file.item().role());
    file.statements().forEach(faults::look);
    return faults.problems;
  }

  private void look(Statement statement) {
    Triple triple = statement.triple();
    Node predicate = triple.getPredicate();
    Node object = triple.getObject();
    if (role == Role.READING && predicate.equals(ParsedFile.REIFIES)) {
      demand(
          object.isTripleTerm() && sound(object.getTriple()),
          statement,
          "a claim is named that is no triple of names",
          "write s p o ~ claim:… , with names for s and o");
      return;
    }
    demand(
        !object.isTripleTerm() && !predicate.equals(ParsedFile.REIFIES),
        statement,
        "a triple is annotated or quoted where only plain triples may stand",
        "annotate triples in readings only, with {| … |}");
    lookAtBlankNodes(statement);
    lookAtValue(statement, predicate, object);
  }

  private static boolean sound(Triple triple) {
    return triple.getSubject().isURI()
        && (triple.getObject().isURI() || triple.getObject().isLiteral());
  }

  private void lookAtBlankNodes(Statement statement) {
    Triple triple = statement.triple();
    boolean allowed = WITH_BLANK_NODES.contains(role) || !triple.getObject().isBlank();
    boolean subject =
        WITH_BLANK_NODES.contains(role)
            || role == Role.READING // the annotation without a name gets one
            || !triple.getSubject().isBlank();
    demand(
        allowed && subject,
        statement,
        "a blank node stands where everything needs a name",
        "give it a name, in a reading fact:<passage>-<what>");
  }

  private void lookAtValue(Statement statement, Node predicate, Node object) {
    if (predicate.equals(TH.during)) {
      demand(
          period(object),
          statement,
          "th:during is no period",
          "write it as \"2019-04/2020-03\"^^edtf:EDTF, with .. for an open end");
    } else if (predicate.equals(TH.ranges)) {
      demand(
          object.isLiteral() && Ranges.parse(object.getLiteralLexicalForm()).isPresent(),
          statement,
          "th:ranges are no ranges",
          "write them as \"1093-1180 1345-1473\", ascending, end exclusive");
    } else if (predicate.equals(TH.sourcePrefix)) {
      demand(
          object.isLiteral() && SOURCE_PREFIX.matcher(object.getLiteralLexicalForm()).matches(),
          statement,
          "th:sourcePrefix is no prefix",
          "write a few lower-case letters, as \"lb\"");
    } else if (predicate.equals(RDF.Nodes.type) && object.equals(TH.Passage)) {
      demand(
          statement.triple().getSubject().isURI()
              && PASSAGE.matcher(statement.triple().getSubject().getURI()).matches(),
          statement,
          "a passage has a name of another form",
          "name it " + Family.SOURCE.namespace() + "<source>/s001");
    }
  }

  private static boolean period(Node node) {
    return node.isLiteral()
        && node.getLiteralDatatypeURI().equals("http://id.loc.gov/datatypes/edtf/EDTF")
        && Edtf.parse(node.getLiteralLexicalForm()).isPresent();
  }

  private void demand(boolean holds, Statement statement, String what, String remedy) {
    if (!holds) {
      problems.add(new InputProblem(statement.position(), what, remedy));
    }
  }
}
