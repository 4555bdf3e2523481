package org.triplehelix.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Built;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.PrintedNumbers;
import org.triplehelix.vocab.TH;

/**
 * Compares the numbers of figures and ranks with their own printed words, where numbers can be read
 * in these.
 */
final class WordingCheck {
  private static final String NAME = "value-against-words";

  /** All comparisons by name. */
  static final List<String> NAMES = List.of(NAME);

  private static final Node RESULT =
      NodeFactory.createURI("http://www.w3.org/ns/sosa/hasSimpleResult");
  private static final Set<Node> VALUES =
      Set.of(RESULT, TH.lower, TH.upper, TH.rank, TH.rankAtMost);
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,2})?");
  private static final Pattern LESS = Pattern.compile("[减降跌缩负−-]");
  private static final int UNENDING = 15;

  /** A subject in a graph. */
  private record Place(Node graph, Node subject) {}

  private final Built built;
  private final List<Quad> values = new ArrayList<>();
  private final Map<Place, List<String>> wordings = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private WordingCheck(Built built) {
    this.built = built;
  }

  /** The numbers that their words contradict. */
  static List<Finding> run(Built built) {
    WordingCheck check = new WordingCheck(built);
    built.release().quads().forEach(check::take);
    check.values.forEach(check::compare);
    return check.findings;
  }

  private static Place place(Quad quad) {
    return new Place(quad.getGraph(), quad.getSubject());
  }

  private void take(Quad quad) {
    Node object = quad.getObject();
    if (!Asserted.holds(quad) || !object.isLiteral()) {
      return;
    }
    String text = object.getLiteralLexicalForm();
    if (quad.getPredicate().equals(TH.asWritten) && object.getLiteralLanguage().equals("zh")) {
      wordings.computeIfAbsent(place(quad), p -> new ArrayList<>()).add(text);
    } else if (VALUES.contains(quad.getPredicate()) && DECIMAL.matcher(text).matches()) {
      values.add(quad);
    }
  }

  private void compare(Quad quad) {
    List<String> words = wordings.getOrDefault(place(quad), List.of());
    Set<BigDecimal> said = new HashSet<>();
    words.forEach(w -> said.addAll(PrintedNumbers.in(DocumentText.bare(w))));
    BigDecimal value = new BigDecimal(quad.getObject().getLiteralLexicalForm());
    if (!said.isEmpty() && !agrees(value, words, said)) {
      report(quad, words);
    }
  }

  private static boolean agrees(BigDecimal value, List<String> words, Set<BigDecimal> said) {
    boolean signed = value.signum() >= 0 || words.stream().anyMatch(w -> LESS.matcher(w).find());
    return signed && said.stream().anyMatch(number -> equal(value.abs(), number));
  }

  /** A quotient without end, as a third is, may be rounded, to two places at least. */
  private static boolean equal(BigDecimal value, BigDecimal said) {
    return value.compareTo(said) == 0
        || said.precision() > UNENDING
            && value.scale() > 1
            && value.compareTo(said.setScale(value.scale(), RoundingMode.HALF_UP)) == 0;
  }

  private void report(Quad quad, List<String> words) {
    String figure = built.release().prefixes().abbreviate(quad.getSubject().getURI());
    findings.add(
        new Finding(
            built.positions().of(quad.getGraph(), quad.asTriple()).orElseThrow(),
            figure
                + " has the number "
                + quad.getObject().getLiteralLexicalForm()
                + ", but its words say \""
                + String.join("\", \"", words.stream().sorted().toList())
                + "\"",
            "read the sentence and mend the one or the other; a number is written in the base unit"
                + " (亿 multiplied out, 39% is 0.39)",
            NAME));
  }
}
