package org.triplehelix.query.backend;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** The forms in which queries go to a back end: standard SPARQL 1.1, SELECT or ASK. */
final class Forms {
  private Forms() {}

  /** The text of a query; a default graph that has a name there is none of the named graphs. */
  static String text(Query query, BackEnd backEnd) {
    Query sent =
        backEnd
            .defaultGraph()
            .map(name -> QueryTransformOps.transform(query, new Without(name)))
            .orElse(query);
    return sent.serialize(Syntax.syntaxSPARQL_11);
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

  /** Keeps a graph out of those that a variable ranges over. */
  private static final class Without extends ElementTransformCopyBase {
    private final Node name;

    Without(String name) {
      this.name = NodeFactory.createURI(name);
    }

    @Override
    public Element transform(ElementNamedGraph old, Node graph, Element pattern) {
      Element same = super.transform(old, graph, pattern);
      if (!Var.isVar(graph)) {
        return same;
      }
      ElementGroup without = new ElementGroup();
      without.addElement(same);
      without.addElement(
          new ElementFilter(
              new E_NotEquals(new ExprVar(Var.alloc(graph)), NodeValue.makeNode(name))));
      return without;
    }
  }
}
