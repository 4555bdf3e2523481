package org.triplehelix.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;

/** The variables that a query mentions anywhere. */
final class QueryVariables {
  private QueryVariables() {}

  static Set<Var> of(Query query) {
    return new LinkedHashSet<>(OpVars.mentionedVars(Algebra.compile(query)));
  }
}
