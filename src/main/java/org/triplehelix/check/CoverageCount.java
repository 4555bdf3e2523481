package org.triplehelix.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.triplehelix.check.CoverageReport.Contents;
import org.triplehelix.check.CoverageReport.Counts;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.Numbers;
import org.triplehelix.source.PassageText;
import org.triplehelix.source.Position;
import org.triplehelix.source.Ranges;
import org.triplehelix.vocab.Prefixes;

/** Goes through the passages of one source and counts what was read and what was left out. */
final class CoverageCount {
  private static final String READ_OR_SAY_WHY =
      "read it, or give it a th:noStatement reason in data/curation/";

  private final CoverageReading reading;
  private final CoverageNames names;
  private final Optional<DocumentText> document;
  private final Prefixes prefixes;

  private final List<CoverageGap> gaps = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int passages;
  private int read;
  private Contents contents = Contents.NONE;

  CoverageCount(
      CoverageReading reading,
      CoverageNames names,
      Optional<DocumentText> document,
      Prefixes prefixes) {
    this.reading = reading;
    this.names = names;
    this.document = document;
    this.prefixes = prefixes;
  }

  /** A passage with what it says and its text, if there is one. */
  private record Passage(Node node, Position position, Optional<PassageText> text) {
    CoverageGap gap(String what, String remedy) {
      return new CoverageGap(node, position, what, remedy);
    }
  }

  /** Takes in the next passage. */
  void add(Node node, Position position, Optional<Ranges> ranges) {
    Optional<PassageText> text = document.flatMap(d -> ranges.flatMap(d::passage));
    Passage passage = new Passage(node, position, text);
    passages++;
    if (document.isPresent() && text.isEmpty()) {
      gaps.add(passage.gap("its ranges lie outside of the document", "mend th:ranges"));
    }
    if (reading.states(node)) {
      read++;
      addNumbers(passage);
      addNames(passage);
    } else if (reading.reason(node).isPresent()) {
      reasons.merge(reading.reason(node).get().getLocalName(), 1, Integer::sum);
      text.ifPresent(
          t -> contents = contents.plus(new Contents(0, 0, Numbers.in(t.text()).size(), 0, 0)));
      addNames(passage);
    } else {
      addUnread(passage);
    }
  }

  /** An unread passage is one gap, whatever it holds. */
  private void addUnread(Passage passage) {
    int numbers = passage.text().map(t -> Numbers.in(t.text()).size()).orElse(0);
    int named = passage.text().map(t -> names.in(t).size()).orElse(0);
    contents = contents.plus(new Contents(numbers, numbers, 0, named, named));
    String holds = numbers + named == 0 ? "" : " (numbers: " + numbers + ", names: " + named + ")";
    gaps.add(passage.gap("has neither statements nor a reason" + holds, READ_OR_SAY_WHY));
  }

  private void addNumbers(Passage passage) {
    if (passage.text().isEmpty()) {
      return;
    }
    PassageText text = passage.text().get();
    Set<String> named = new HashSet<>();
    reading.referred(passage.node()).forEach(node -> named.addAll(names.of(node)));
    List<Numbers.Found> left = CoverageNumbers.uncovered(text, reading.of(passage.node()), named);
    for (Numbers.Found number : left) {
      gaps.add(
          passage.gap(
              "number " + number.text() + " in " + text.context(number.start(), number.end()),
              remedy(number)));
    }
    int all = Numbers.in(text.text()).size();
    contents = contents.plus(new Contents(all, left.size(), 0, 0, 0));
  }

  private static String remedy(Numbers.Found number) {
    return number.text().startsWith("[")
        ? "give the passage th:cites"
        : "say it in a statement whose th:asWritten, date or name holds it";
  }

  private void addNames(Passage passage) {
    if (passage.text().isEmpty()) {
      return;
    }
    Set<Node> referred = reading.referred(passage.node());
    List<CoverageNames.Match> matches = names.in(passage.text().get());
    List<CoverageNames.Match> left =
        matches.stream().filter(m -> m.things().stream().noneMatch(referred::contains)).toList();
    for (String name : left.stream().map(CoverageNames.Match::name).distinct().toList()) {
      Set<Node> things =
          left.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().things();
      String called =
          things.stream()
              .map(t -> prefixes.abbreviate(t.getURI()))
              .collect(Collectors.joining(" or "));
      gaps.add(
          passage.gap(
              "name " + name + ", " + called,
              "refer to it in a statement, or add th:mentions to the passage"));
    }
    contents = contents.plus(new Contents(0, 0, 0, matches.size(), left.size()));
  }

  /** The report on the passages that were taken in. */
  CoverageReport report(String source, Optional<String> notice) {
    return new CoverageReport(
        source, new Counts(passages, read, reasons), document.map(d -> contents), notice, gaps);
  }
}
