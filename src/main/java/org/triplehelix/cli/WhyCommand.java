package org.triplehelix.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Built;
import org.triplehelix.infer.Proofs;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells why a triple stands: who says it where, or from what it follows. */
@Command(
    name = "why",
    description =
        "Tell why a triple stands: who says it, or from what it follows and by which rule. Without"
            + " a triple, count what follows by each rule.",
    mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
  @Mixin private ContentOption content;

  @Parameters(
      arity = "0..3",
      paramLabel = "S P O",
      hideParamSyntax = true,
      description =
          "The triple: names such as id:london or IRIs, a for rdf:type, a literal as in Turtle:"
              + " '\"伦敦\"@zh', 2014, '\"2014\"^^xsd:gYear'.")
  private List<String> terms = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!terms.isEmpty() && terms.size() != 3) {
      throw new BadInputException(
          Position.of("why"),
          "a triple has three terms, not " + terms.size(),
          "give S P O, or none");
    }
    Built built = content.built(spec.commandLine().getErr());
    if (terms.isEmpty()) {
      count(built);
      return Main.OK;
    }
    Prefixes prefixes = built.release().prefixes();
    Triple triple =
        Triple.create(
            resource(terms.get(0), prefixes),
            resource(terms.get(1), prefixes),
            term(terms.get(2), prefixes));
    demandKnown("subject", Quad::getSubject, triple.getSubject(), built);
    demandKnown("property", Quad::getPredicate, triple.getPredicate(), built);
    PrintWriter out = spec.commandLine().getOut();
    ProofText text = new ProofText(built);
    return new Proofs(built.inference())
        .of(triple)
        .map(
            proof -> {
              text.proof(proof).forEach(out::println);
              return Main.OK;
            })
        .orElseGet(
            () -> {
              text.missing(triple).forEach(out::println);
              return Main.FINDINGS;
            });
  }

  private void count(Built built) {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> meanings = new HashMap<>();
    built.inference().rules().forEach(rule -> meanings.put(rule.name(), rule.meaning()));
    new Proofs(built.inference())
        .countByRule()
        .forEach((rule, n) -> out.printf("%,7d  %-9s %s%n", n, rule, meanings.get(rule)));
    out.printf("%,7d  in all%n", built.inference().conclusions().size());
  }

  private static Node resource(String text, Prefixes prefixes) {
    if (text.equals("a")) {
      return RDF.Nodes.type;
    }
    return prefixes
        .expand(text)
        .map(NodeFactory::createURI)
        .orElseThrow(() -> unreadable(text, "write a name such as id:london, or an IRI"));
  }

  private static Node term(String object, Prefixes prefixes) {
    Optional<Node> name = prefixes.expand(object).map(NodeFactory::createURI);
    if (name.isPresent() && !object.startsWith("\"")) {
      return name.get();
    }
    try {
      return NodeFactoryExtra.parseNode(object, prefixes.toPrefixMap());
    } catch (RiotException e) {
      throw unreadable(object, "write a name such as id:london, an IRI, or a literal as in Turtle");
    }
  }

  private static BadInputException unreadable(String text, String remedy) {
    return new BadInputException(Position.of("why"), "cannot read " + text, remedy);
  }

  private static void demandKnown(
      String role, Function<Quad, Node> term, Node wanted, Built built) {
    if (built.release().quads().stream().map(term).noneMatch(wanted::equals)) {
      throw new BadInputException(
          Position.of("why"),
          "no statement has the "
              + role
              + " "
              + built.release().prefixes().abbreviate(wanted.getURI()),
          "look for its name with ./helix query");
    }
  }
}
