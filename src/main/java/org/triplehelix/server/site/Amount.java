package org.triplehelix.server.site;

/**
 * How much a figure says, as people write it.
 *
 * @param before the hedge and the direction that stand before the number; may be empty
 * @param number with its unit
 * @param after what of the hedge stands after it; may be empty
 */
public record Amount(String before, String number, String after) {
  /** All in one. */
  public String text() {
    return before + number + after;
  }
}
