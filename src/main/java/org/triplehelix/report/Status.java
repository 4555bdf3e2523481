package org.triplehelix.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a report stands. */
public enum Status {
  /** Nobody has decided on it. */
  OPEN,
  /** It is right, and is to be mended. */
  ACCEPTED,
  /** It is not followed. */
  DECLINED,
  /** Another report says the same. */
  DUPLICATE,
  /** It is right, and mended. */
  DONE;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that is written so. */
  public static Optional<Status> of(String label) {
    return Arrays.stream(values()).filter(status -> status.label().equals(label)).findFirst();
  }

  /** All of them, as people write them. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Status::label).toList();
  }
}
