package org.triplehelix.server.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.server.document.page.Heading;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Site;

/**
 * The form in which an error is reported.
 *
 * @param frame around the page
 * @param thing that it is about; null as long as that is not known
 * @param entries with what was typed
 * @param notice why it was not taken, in the page's language; empty if nothing was sent
 */
public record FormPage(Frame frame, Heading thing, List<Entry> entries, String notice) {
  /** Browsers tell from which page a form comes only if the page lets them. */
  static final Map<String, String> HEADERS = Map.of("Referrer-Policy", "same-origin");

  /**
   * A field of the form.
   *
   * @param name as it is sent
   * @param isRequired whether it must be filled in
   * @param most of how many characters it may be
   * @param rows it is high; one for a line
   * @param text what was typed
   * @param faults what is wrong with it, in the page's language
   */
  public record Entry(
      String name, boolean isRequired, int most, int rows, String text, List<String> faults) {}

  static FormPage of(Site site, Draft draft, String language, Optional<Problem.Kind> refusal) {
    String about =
        draft.thing().map(thing -> thing.getURI()).orElseGet(() -> draft.text(Field.ABOUT));
    Frame texts = site.frame(language, ReportRoute.PATH);
    String path = about.isEmpty() ? ReportRoute.PATH : texts.reportPath(about);
    return new FormPage(
        site.frame(language, path),
        draft.thing().map(thing -> Heading.of(thing, site, language)).orElse(null),
        Arrays.stream(Field.values()).map(field -> entry(field, draft, texts)).toList(),
        refusal.map(kind -> notice(kind, texts)).orElse(""));
  }

  private static String notice(Problem.Kind kind, Frame texts) {
    return texts.text("problem." + kind.label() + ".advice") + " " + texts.text("report.kept");
  }

  private static Entry entry(Field field, Draft draft, Frame texts) {
    List<String> faults =
        draft.faults().stream()
            .filter(fault -> fault.field().equals(field.label()))
            .map(fault -> told(fault, texts))
            .toList();
    return new Entry(
        field.label(), field.isRequired(), field.most(), rows(field), draft.text(field), faults);
  }

  private static int rows(Field field) {
    return switch (field) {
      case ABOUT, SOURCE -> 1;
      case WHAT -> 5;
      case SHOULD, WHY -> 3;
    };
  }

  private static String told(Fault fault, Frame texts) {
    String told = texts.text("report.fault." + fault.kind().label(), fault.most());
    return fault.near().isEmpty()
        ? told
        : told + " " + texts.text("report.near", String.join(", ", fault.near()));
  }
}
