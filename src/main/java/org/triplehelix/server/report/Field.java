package org.triplehelix.server.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a report consists of. */
public enum Field {
  ABOUT(true, 1_000),
  WHAT(true, 4_000),
  SHOULD(false, 4_000),
  WHY(false, 4_000),
  SOURCE(false, 1_000);

  private final boolean required;
  private final int most;

  Field(boolean required, int most) {
    this.required = required;
    this.most = most;
  }

  /** As requests name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a report must have it. */
  public boolean isRequired() {
    return required;
  }

  /** Of how many characters it may be. */
  public int most() {
    return most;
  }

  static Optional<Field> of(String label) {
    return Arrays.stream(values()).filter(field -> field.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Field::label).toList();
  }
}
