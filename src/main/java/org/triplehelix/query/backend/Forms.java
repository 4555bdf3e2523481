package org.triplehelix.query.backend;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;

/** The forms in which queries go to a back end: standard SPARQL 1.1, SELECT or ASK. */
final class Forms {
  private Forms() {}

  /** The text of a query. */
  static String text(Query query) {
    return query.serialize(Syntax.syntaxSPARQL_11);
  }

  /** The solutions that the template of a CONSTRUCT needs. */
  static Query ofTemplate(Query construct) {
    Set<Var> variables = new LinkedHashSet<>();
    boolean makesNodes = false;
    for (Triple triple : construct.getConstructTemplate().getTriples()) {
      for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        if (Var.isVar(node) && !Var.isBlankNodeVar(node)) {
          variables.add(Var.alloc(node));
        }
        makesNodes |= node.isBlank() || Var.isBlankNodeVar(node);
      }
    }
    boolean mayBeFewer = !makesNodes && !construct.hasLimit() && !construct.hasOffset();
    return rows(construct, variables, mayBeFewer);
  }

  /** The terms that a DESCRIBE asks for by variables. */
  static Query ofDescribed(Query describe) {
    return rows(describe, describe.getProjectVars(), !describe.hasLimit() && !describe.hasOffset());
  }

  private static Query rows(Query query, Collection<Var> variables, boolean distinct) {
    Query rows = query.cloneQuery();
    rows.setSyntax(Syntax.syntaxSPARQL_11);
    rows.setQuerySelectType();
    rows.resetResultVars();
    rows.getProject().clear();
    rows.setQueryResultStar(variables.isEmpty());
    variables.forEach(rows::addResultVar);
    rows.setDistinct(distinct && !query.hasOrderBy());
    rows.ensureResultVars();
    return rows;
  }

  /** What is said of terms, in the default graph and in all others. */
  static List<Query> about(List<Node> terms, Query dataset) {
    String values =
        terms.stream().map(NodeFmtLib::strNT).collect(Collectors.joining(" ", "VALUES ?s {", "}"));
    return Stream.of("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }")
        .map(from -> "SELECT DISTINCT ?s ?p ?o WHERE { " + values + " " + from + " }")
        .map(text -> of(text, dataset))
        .toList();
  }

  private static Query of(String text, Query dataset) {
    Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    dataset.getGraphURIs().forEach(query::addGraphURI);
    dataset.getNamedGraphURIs().forEach(query::addNamedGraphURI);
    return query;
  }
}
