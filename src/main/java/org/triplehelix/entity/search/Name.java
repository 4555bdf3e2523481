package org.triplehelix.entity.search;

import java.util.Locale;

/**
 * One name of a thing.
 *
 * @param text as written
 * @param language its tag; empty for an identifier
 * @param form how it names the thing
 */
public record Name(String text, String language, Form form) {

  /** How a name names, the best first. */
  public enum Form {
    PREFERRED,
    ALIAS,
    /** The last part of the thing's IRI. */
    IDENTIFIER;

    /** As clients read it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
