package org.triplehelix.server.ask;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.vocab.Prefixes;

/**
 * A question that is built already, to begin with.
 *
 * @param name in the texts
 * @param kind of the things
 * @param steps as addresses write them
 */
record BuiltExample(String name, String kind, List<String> steps) {
  static final List<BuiltExample> ALL =
      List.of(
          new BuiltExample(
              "funding",
              "th:Initiative",
              List.of(
                  "^sosa:hasFeatureOfInterest",
                  "1.sosa:observedProperty",
                  "2.skos:broader=indicator:economic",
                  "1.sosa:hasSimpleResult",
                  "1.qudt:hasUnit",
                  "1.^th:figure?",
                  "6.th:funder?",
                  "6.th:side?",
                  "1.th:statedIn")),
          new BuiltExample(
              "payers",
              "th:Programme",
              List.of("^th:funds", "1.th:funder", "1.th:figure?", "1.th:statedIn")),
          new BuiltExample("universities", "th:University", List.of("^th:includes")));

  /** The question. */
  BuiltQuestion question(Prefixes prefixes) {
    return new BuiltQuestion(
        NodeFactory.createURI(prefixes.expand(kind).orElseThrow()),
        steps.stream().map(step -> Step.of(step, prefixes).orElseThrow()).toList(),
        prefixes);
  }
}
