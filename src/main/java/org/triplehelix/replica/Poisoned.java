package org.triplehelix.replica;

/**
 * What stands in a log cannot be applied: it is damaged, or does not follow what was before.
 * Whoever follows the log stops there, since all that comes later builds on it.
 */
final class Poisoned extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * What is there.
   *
   * @param offset where it stands
   * @param what it is: a clause of which the log is the subject
   */
  Poisoned(long offset, String what) {
    super("at offset " + offset + " it " + what);
  }
}
