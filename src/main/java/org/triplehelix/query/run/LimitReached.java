package org.triplehelix.query.run;

/** A query was ended because it reached a limit; the message tells which, and what to do. */
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String limit;

  /** What ended the query. */
  public enum Kind {
    /** It took too long. */
    TIME("took longer than %s", "ask for less, or start from what is rarest"),
    /** Its answer has too many rows or triples. */
    ROWS("has more rows than %s", "add a LIMIT, or take the dump for everything"),
    /** Its answer is too long. */
    BYTES("has an answer of more than %s", "add a LIMIT, or ask for fewer columns"),
    /** It used most of the memory when there was little left. */
    MEMORY("used too much memory (%s)", "ask for less at once: fewer rows to sort, group or join"),
    /** Its text is too long. */
    LENGTH("is longer than %s", "ask in several queries"),
    /** Its text or its patterns are nested too deeply. */
    NESTING(
        "is nested too deeply or has too many parts (%s)",
        "write it flatter, or in several queries"),
    /** It computes a value that is too long. */
    VALUE("computes a value of more than %s", "shorten what is joined, replaced or multiplied"),
    /** Who asked went away. */
    CANCELLED("was cancelled%s", "ask again");

    private final String what;
    private final String remedy;

    Kind(String what, String remedy) {
      this.what = what;
      this.remedy = remedy;
    }
  }

  LimitReached(Kind kind, String limit) {
    super("the query " + kind.what.formatted(limit) + "; " + kind.remedy, null, false, false);
    this.kind = kind;
    this.limit = limit;
  }

  /** What ended the query. */
  public Kind kind() {
    return kind;
  }

  /** The limit with its unit, as text; empty if the query was cancelled. */
  public String limit() {
    return limit;
  }

  /** What happened, a clause without full stop, of which the query is the subject. */
  public String what() {
    return kind.what.formatted(limit);
  }

  /** What to do, a clause without full stop. */
  public String remedy() {
    return kind.remedy;
  }
}
