package org.triplehelix.query.run;

/**
 * A text that a pattern is matched against: each character read is a step of the query, so that the
 * query can be ended while the pattern tries one way after another.
 */
final class WatchedText implements CharSequence {
  private final CharSequence text;
  private final Watch watch;

  WatchedText(CharSequence text, Watch watch) {
    this.text = text;
    this.watch = watch;
  }

  @Override
  public char charAt(int index) {
    watch.step();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new WatchedText(text.subSequence(start, end), watch);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
