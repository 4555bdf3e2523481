package org.triplehelix.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.triplehelix.source.HanNumerals;
import org.triplehelix.source.Numbers;
import org.triplehelix.source.PassageText;
import org.triplehelix.source.PrintedDates;
import org.triplehelix.source.Ranges.Range;
import org.triplehelix.vocab.TH;

/**
 * Finds the numbers of a passage that its reading leaves out: no wording, date, name, citation or
 * rank of the reading covers them.
 */
final class CoverageNumbers {
  private static final Pattern DATATYPE_OF_DATES =
      Pattern.compile(".*(#(gYear|gYearMonth|gMonthDay|date|dateTime)|/EDTF)");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern ORDINAL = Pattern.compile("第?([^多余几来%％‰成倍半个]+).*");
  private static final Set<Node> PLAIN_NUMBERS =
      Set.of(TH.rank, TH.rankAtMost, TH.runOfYears, TH.position, TH.timeLimit);

  private final PassageText passage;
  private final List<Range> covered = new ArrayList<>();
  private final Set<Long> numbers = new HashSet<>();
  private final Set<String> cited = new HashSet<>();

  private CoverageNumbers(PassageText passage) {
    this.passage = passage;
  }

  /** The numbers of a passage's text that neither its triples nor the names referred to cover. */
  static List<Numbers.Found> uncovered(
      PassageText passage, List<Triple> triples, Set<String> names) {
    CoverageNumbers coverage = new CoverageNumbers(passage);
    triples.forEach(coverage::take);
    names.forEach(name -> coverage.covered.addAll(passage.occurrencesOfName(name)));
    return Numbers.in(passage.text()).stream().filter(n -> !coverage.covers(n)).toList();
  }

  private void take(Triple triple) {
    Node value = triple.getObject();
    if (!value.isLiteral()) {
      return;
    }
    String text = value.getLiteralLexicalForm();
    if (!value.getLiteralLanguage().isEmpty()) {
      covered.addAll(passage.occurrences(text));
    } else if (isDate(triple)) {
      PrintedDates.forms(text).forEach(form -> covered.addAll(passage.occurrences(form)));
    } else if (triple.getPredicate().equals(TH.cites)) {
      cited.addAll(marks(text));
    } else if (PLAIN_NUMBERS.contains(triple.getPredicate())) {
      numbersIn(text).forEach(numbers::add);
    }
  }

  /** The first and last days that the build derives are printed nowhere. */
  private static boolean isDate(Triple triple) {
    return DATATYPE_OF_DATES.matcher(triple.getObject().getLiteralDatatypeURI()).matches()
        && !triple.getPredicate().equals(TH.from)
        && !triple.getPredicate().equals(TH.until);
  }

  private static List<String> marks(String citation) {
    return Arrays.asList(citation.replaceAll("[\\[\\]]", "").split("[,，]"));
  }

  private static List<Long> numbersIn(String text) {
    return DIGITS.matcher(text).results().map(m -> Long.parseLong(m.group())).toList();
  }

  private boolean covers(Numbers.Found number) {
    if (number.text().startsWith("[")) {
      return cited.containsAll(marks(number.text())) || overlapped(number);
    }
    return overlapped(number) || isPlain(number);
  }

  private boolean overlapped(Numbers.Found number) {
    return covered.stream().anyMatch(r -> r.start() < number.end() && number.start() < r.end());
  }

  private boolean isPlain(Numbers.Found number) {
    Matcher bare = ORDINAL.matcher(number.text());
    return bare.matches() && HanNumerals.value(bare.group(1)).filter(numbers::contains).isPresent();
  }
}
