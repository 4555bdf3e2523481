package org.triplehelix.server.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.query.Witnesses;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;

/**
 * The rows that answer a question, and on what each of them rests.
 *
 * @param knowledge of the release
 * @param question that is asked
 * @param query with values in place of the question's parameters
 */
public record Resting(Knowledge knowledge, Question question, Query query) {

  /** The rows of a question with values of its parameters. */
  public static Resting of(Knowledge knowledge, Question question, Map<Parameter, Node> values) {
    Map<Var, Node> nodes = new HashMap<>();
    values.forEach((parameter, node) -> nodes.put(parameter.variable(), node));
    Query query = question.with(nodes);
    if (!nodes.isEmpty()) {
      query.setPrefixMapping(prefixes(query, nodes.values(), knowledge));
    }
    return new Resting(knowledge, question, query);
  }

  /** Those of the query and of the values. */
  private static PrefixMapping prefixes(Query query, Collection<Node> values, Knowledge knowledge) {
    PrefixMapping prefixes = new PrefixMappingImpl();
    prefixes.setNsPrefixes(query.getPrefixMapping());
    Map<String, String> known = knowledge.site().release().prefixes().map();
    for (Node value : values) {
      String name =
          value.isURI() ? knowledge.site().release().prefixes().abbreviate(value.getURI()) : "<";
      if (!name.startsWith("<")) {
        String prefix = name.substring(0, name.indexOf(':'));
        prefixes.setNsPrefix(prefix, known.get(prefix));
      }
    }
    return prefixes;
  }

  /** All rows. */
  public List<Binding> rows(Attempt attempt) {
    return knowledge.asking(question.name()).rows(query, attempt);
  }

  /** The evidence of some of the rows. */
  public List<List<Attestation>> evidence(List<Binding> part, Attempt attempt) {
    List<Binding> solutions =
        Witnesses.areRows(query)
            ? part
            : knowledge.asking(question.name()).rows(Witnesses.pattern(query), attempt);
    Witnesses witnesses = new Witnesses(query, knowledge.site().dataset(), solutions);
    return part.stream().map(row -> knowledge.attestations().of(witnesses.of(row))).toList();
  }
}
