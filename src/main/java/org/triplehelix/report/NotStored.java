package org.triplehelix.report;

/** A line that was not kept, and of which nothing remains. */
public final class NotStored extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean full;

  NotStored(String why, boolean full) {
    super(why);
    this.full = full;
  }

  /** Whether there is no room; else the file or folder cannot be written. */
  public boolean isFull() {
    return full;
  }
}
