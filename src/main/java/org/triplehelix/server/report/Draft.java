package org.triplehelix.server.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.triplehelix.report.Report;

/**
 * What a reader has written so far.
 *
 * @param texts by field; those that are empty are missing
 * @param thing that it is about, if that is known
 * @param faults all of them
 */
record Draft(Map<Field, String> texts, Optional<Node> thing, List<Fault> faults) {

  /**
   * Checks what was written.
   *
   * @param written with line ends of any system
   * @param earlier faults that were found when it was read
   */
  static Draft of(Map<Field, String> written, List<Fault> earlier, Names names) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    written.forEach(
        (field, text) -> texts.put(field, text.replace("\r\n", "\n").replace('\r', '\n').strip()));
    List<Fault> faults = new ArrayList<>(earlier);
    for (Field field : Field.values()) {
      boolean isTold = earlier.stream().anyMatch(fault -> fault.field().equals(field.label()));
      if (!isTold) {
        fault(field, texts.getOrDefault(field, "")).ifPresent(faults::add);
      }
    }
    String about = texts.getOrDefault(Field.ABOUT, "");
    boolean isSound = faults.stream().noneMatch(f -> f.field().equals(Field.ABOUT.label()));
    Optional<Node> thing = isSound ? names.find(about) : Optional.empty();
    if (isSound && thing.isEmpty()) {
      faults.add(Fault.unknown(Fault.Kind.UNKNOWN_NAME, Field.ABOUT.label(), names.near(about)));
    }
    return new Draft(texts, thing, List.copyOf(faults));
  }

  private static Optional<Fault> fault(Field field, String text) {
    if (text.isEmpty()) {
      return field.isRequired()
          ? Optional.of(Fault.of(Fault.Kind.MISSING, field))
          : Optional.empty();
    }
    if (text.codePointCount(0, text.length()) > field.most()) {
      return Optional.of(Fault.of(Fault.Kind.TOO_LONG, field));
    }
    boolean hasControls =
        text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    return hasControls || !isWhole(text)
        ? Optional.of(Fault.of(Fault.Kind.CONTROL, field))
        : Optional.empty();
  }

  /** Half a pair of surrogates is no character, and cannot be kept. */
  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** The same before it was sent: what is not yet filled in is no fault. */
  Draft begun() {
    return new Draft(
        texts, thing, faults.stream().filter(f -> f.kind() != Fault.Kind.MISSING).toList());
  }

  String text(Field field) {
    return texts.getOrDefault(field, "");
  }

  /** The report, if there is no fault. */
  Report report() {
    return new Report(
        thing.orElseThrow().getURI(),
        text(Field.WHAT),
        text(Field.SHOULD),
        text(Field.WHY),
        text(Field.SOURCE));
  }
}
