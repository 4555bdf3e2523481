package org.triplehelix.entity.search;

import java.util.Locale;

/** What can be found by name. */
public enum Kind {
  THING,
  CONCEPT,
  SOURCE,
  SECTION,
  TERM,
  FIGURE,
  LESSON,
  QUESTION;

  /** As clients write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
