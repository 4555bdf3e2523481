package org.triplehelix.query.backend;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.apache.jena.vocabulary.XSD;
import org.triplehelix.query.run.NotOfferedException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;

/**
 * Lets through what is standard SPARQL 1.1 and means the same in every engine: no triple terms, no
 * full text, and none of the names by which engines do more than find and compute.
 */
final class Standard {
  private static final Position QUERY = Position.of("query");
  private static final String TEXT = "http://jena.apache.org/text#";

  /** Names that engines take for calls where a property stands. */
  private static final List<String> CALLS =
      List.of(
          "bif:",
          "sql:",
          "java:",
          "virtrdf:",
          "http://jena.apache.org/",
          "http://jena.hpl.hp.com/",
          "http://www.openlinksw.com/",
          "http://www.bigdata.com/",
          "http://www.ontotext.com/",
          "tag:stardog:api:",
          "https://qlever.cs.uni-freiburg.de/");

  private Standard() {}

  /**
   * Passes a query that can be sent to any engine.
   *
   * @throws NotOfferedException if it cannot
   */
  static void demand(Query query) {
    Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
        .filter(name -> !name.startsWith(Family.BASE))
        .findFirst()
        .ifPresent(Standard::refuseDataset);
    if (query.getQueryPattern() != null) {
      demandStandardCalls(query);
    }
    demandStandardText(query);
  }

  private static void demandStandardText(Query query) {
    try {
      QueryFactory.create(query.serialize(Syntax.syntaxSPARQL_11), Syntax.syntaxSPARQL_11);
    } catch (QueryException e) {
      throw new NotOfferedException(
          QUERY,
          "is no SPARQL 1.1, which is all that the back end is asked",
          "write it without triple terms, reifiers and annotations: graph:claims has each claim with"
              + " rdf:subject, rdf:predicate and rdf:object");
    }
  }

  private static void refuseDataset(String name) {
    throw new NotOfferedException(
        QUERY,
        "names <" + name + "> as its dataset, and the back end is not asked to get it",
        "write GRAPH <" + name + "> { } if the back end holds it");
  }

  private static void demandStandardCalls(Query query) {
    Walker.walk(
        Algebra.compile(query),
        new OpVisitorBase() {
          @Override
          public void visit(OpBGP patterns) {
            patterns.getPattern().getList().stream()
                .map(Triple::getPredicate)
                .forEach(Standard::demandProperty);
          }

          @Override
          public void visit(OpPath path) {
            path.getTriplePath().getPath().visit(new Properties());
          }
        },
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionN function) {
            if (function instanceof E_Function called) {
              demandFunction(called.getFunctionIRI());
            }
          }
        });
  }

  /** The properties of a path, however deep. */
  private static final class Properties extends PathVisitorByType {
    @Override
    public void visit0(P_Path0 property) {
      demandProperty(property.getNode());
    }

    @Override
    public void visit1(P_Path1 path) {
      path.getSubPath().visit(this);
    }

    @Override
    public void visit2(P_Path2 path) {
      path.getLeft().visit(this);
      path.getRight().visit(this);
    }

    @Override
    public void visitNegPS(P_NegPropSet none) {
      none.getNodes().forEach(this::visit0);
    }
  }

  private static void demandProperty(Node property) {
    if (!property.isURI()) {
      return;
    }
    String name = property.getURI();
    if (name.startsWith(TEXT)) {
      throw new NotOfferedException(
          QUERY,
          "asks for full text, which the back end does not have",
          "search at /search, or write FILTER(CONTAINS(LCASE(?label), \"...\"))");
    }
    if (CALLS.stream().anyMatch(name::startsWith)) {
      throw new NotOfferedException(
          QUERY,
          "uses <" + name + ">, which is no property but a call of one engine",
          "leave it out");
    }
  }

  private static void demandFunction(String name) {
    if (!name.startsWith(XSD.getURI())) {
      throw new NotOfferedException(
          QUERY,
          "calls <" + name + ">, which is no function of SPARQL 1.1",
          "use those that SPARQL has, and the casts of XSD");
    }
  }
}
