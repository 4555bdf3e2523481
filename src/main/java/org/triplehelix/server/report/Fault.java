package org.triplehelix.server.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a field of a report cannot be taken.
 *
 * @param field its name, which may be one that is not known
 * @param kind of fault
 * @param most of how many characters it may be
 * @param near names that may have been meant
 */
public record Fault(String field, Kind kind, int most, List<String> near) {

  /** What can be wrong. */
  public enum Kind {
    MISSING,
    TOO_LONG,
    CONTROL,
    NO_TEXT,
    TWICE,
    UNKNOWN_FIELD,
    UNKNOWN_NAME;

    /** The end of the keys of its texts. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Fault of(Kind kind, Field field) {
    return new Fault(field.label(), kind, field.most(), List.of());
  }

  static Fault unknown(Kind kind, String field, List<String> near) {
    return new Fault(field, kind, 0, near);
  }

  private String detail() {
    return switch (kind) {
      case MISSING -> field + " is missing.";
      case TOO_LONG -> field + " has more than " + most + " characters.";
      case CONTROL -> field + " has control characters, or half characters.";
      case NO_TEXT -> field + " is not a string.";
      case TWICE -> field + " is given twice.";
      case UNKNOWN_FIELD -> "A report has no field " + field + ".";
      case UNKNOWN_NAME -> "about names nothing in this release.";
    };
  }

  private String remedy() {
    if (!near.isEmpty()) {
      return "Did you mean " + String.join(" or ", near) + "?";
    }
    return switch (kind) {
      case MISSING -> "Give it.";
      case TOO_LONG -> "Make it shorter.";
      case CONTROL -> "Leave them out; line ends and tabs may stay.";
      case NO_TEXT -> "Write it as one.";
      case TWICE -> "Give it once.";
      case UNKNOWN_FIELD -> "Use one of " + String.join(", ", Field.labels()) + ".";
      case UNKNOWN_NAME ->
          "Give the address of a page of a thing, figure or statement, or its IRI.";
    };
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("field", field);
    json.put("detail", detail());
    json.put("remedy", remedy());
    if (!near.isEmpty()) {
      json.put("near", near);
    }
    return json;
  }
}
