package org.triplehelix.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * A query with parameters, written as in the saved questions: {@code ?_thing_iri} stands for a
 * thing of the release, {@code ?_thing2_iri} for another one. {@code ?_new_integer} stands for a
 * number that no other query of the template has.
 */
final class Template {
  private static final Pattern PARAMETER = Pattern.compile("\\?_([a-z]+)\\d*(?:_(?:iri|integer))?");
  private static final String NEW = "new";

  /** More than any answer has rows, so that as a limit it cuts nothing off. */
  private static final long LEAST = 10_000;

  private final String name;
  private final String text;
  private final Map<String, List<Node>> constants;
  private final BenchQuery.Form form;

  /**
   * @param name by which it is known
   * @param text in SPARQL, with parameters
   * @param constants what may be drawn for each kind of parameter
   */
  Template(String name, String text, Map<String, List<Node>> constants) {
    this.name = name;
    this.text = text;
    this.constants = constants;
    this.form = BenchQuery.Form.of(QueryFactory.create(filled(0, new Random(0))));
  }

  /** The query of a number: the same number gives the same query, another number another one. */
  BenchQuery query(long number, Random random) {
    return new BenchQuery(name, filled(number, random), form);
  }

  private String filled(long number, Random random) {
    Map<String, String> values = new HashMap<>();
    StringBuilder filled = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      String kind = parameter.group(1);
      String value =
          kind.equals(NEW)
              ? Long.toString(LEAST + number)
              : values.computeIfAbsent(parameter.group(), p -> draw(kind, random));
      parameter.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return parameter.appendTail(filled).toString();
  }

  private String draw(String kind, Random random) {
    List<Node> among = constants.get(kind);
    return NodeFmtLib.strNT(among.get(random.nextInt(among.size())));
  }
}
