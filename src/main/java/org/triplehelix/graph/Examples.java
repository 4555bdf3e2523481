package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.source.InputProblem;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;

/**
 * The saved questions as SHACL describes queries, so that editors offer them: each with a query
 * that runs as it stands, the defaults in place of its parameters.
 */
final class Examples {
  private final Prefixes prefixes;
  private final List<Triple> triples = new ArrayList<>();

  private Examples(Prefixes prefixes) {
    this.prefixes = prefixes;
  }

  /** What is said of the questions that are well written; of others {@code check} tells. */
  static List<Triple> of(Content content, Prefixes prefixes) {
    Examples examples = new Examples(prefixes);
    for (Content.Item item : content.items(Role.QUESTION)) {
      List<InputProblem> problems = new ArrayList<>();
      QueryFile.read(item, problems)
          .filter(file -> file.query().isSelectType())
          .ifPresent(
              file -> {
                List<Parameter> parameters = Parameter.in(file, problems);
                if (problems.isEmpty()) {
                  examples.add(file, parameters);
                }
              });
    }
    return examples.triples;
  }

  private void add(QueryFile file, List<Parameter> parameters) {
    Node question = NodeFactory.createURI(Family.QUESTION.namespace() + file.item().stem());
    say(question, RDF.Nodes.type, SHACL.SPARQLExecutable);
    say(question, RDF.Nodes.type, SHACL.SPARQLSelectExecutable);
    text(question, file, "summary", "en");
    text(question, file, "summary_zh", "zh");
    String[] path = file.item().name().split("/");
    say(question, SchemaDO.genre.asNode(), string(path[path.length - 2]));
    file.values("tags").stream()
        .flatMap(tags -> List.of(tags.value().split(",\\s*")).stream())
        .forEach(tag -> say(question, SchemaDO.keywords.asNode(), string(tag)));
    say(question, SHACL.prefixes, Description.DATASET);
    Map<String, Node> defaults = new TreeMap<>();
    for (Parameter parameter : parameters) {
      parameter
          .node(parameter.defaultValue(), prefixes)
          .ifPresent(
              value -> {
                defaults.put(parameter.variable().getVarName(), value);
                describe(question, parameter, value);
              });
    }
    say(question, SHACL.select, string(select(file, defaults)));
  }

  private void text(Node question, QueryFile file, String key, String language) {
    file.value(key)
        .map(text -> NodeFactory.createLiteralLang(text, language))
        .ifPresent(
            text -> {
              say(question, DCTerms.title.asNode(), text);
              say(question, RDFS.Nodes.comment, text);
            });
  }

  private void describe(Node question, Parameter parameter, Node value) {
    Node node = NodeFactory.createURI(question.getURI() + "#" + parameter.name());
    say(question, SHACL.parameter, node);
    say(node, RDF.Nodes.type, SHACL.Parameter);
    say(node, SHACL.path, node);
    say(node, SHACL.name, string(parameter.name()));
    say(node, SHACL.defaultValue, value);
    if (value.isURI()) {
      say(node, SHACL.nodeKind, SHACL.IRI);
    } else {
      say(node, SHACL.datatype, NodeFactory.createURI(value.getLiteralDatatypeURI()));
    }
  }

  /** The query as it is written, with its defaults and the prefixes that they need. */
  private String select(QueryFile file, Map<String, Node> defaults) {
    Map<String, String> declared = new TreeMap<>(file.query().getPrefixMapping().getNsPrefixMap());
    String body =
        file.item()
            .text()
            .lines()
            .filter(line -> !line.startsWith("#+") && !line.startsWith("PREFIX"))
            .collect(Collectors.joining("\n"));
    for (Map.Entry<String, Node> each : defaults.entrySet()) {
      String term = term(each.getValue(), declared);
      body = body.replaceAll("[?$]" + each.getKey() + "\\b", Matcher.quoteReplacement(term));
    }
    String lines =
        declared.entrySet().stream()
            .map(e -> "PREFIX " + e.getKey() + ": <" + e.getValue() + ">\n")
            .collect(Collectors.joining());
    return lines + body;
  }

  private String term(Node value, Map<String, String> declared) {
    if (!value.isURI()) {
      return NodeFmtLib.strTTL(value);
    }
    String name = prefixes.abbreviate(value.getURI());
    if (!name.startsWith("<")) {
      String prefix = name.substring(0, name.indexOf(':'));
      declared.put(prefix, prefixes.map().get(prefix));
    }
    return name;
  }

  private void say(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  private static Node string(String text) {
    return NodeFactory.createLiteralDT(text, XSDDatatype.XSDstring);
  }
}
