package org.triplehelix.query.backend;

/**
 * A back end gave no answer, or one that cannot be taken; the message is a sentence for readers.
 */
public final class BackEndFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    /** Nobody answers there. */
    UNREACHABLE("unreachable"),
    /** It does not answer this request: an error of its own, or a redirect. */
    REFUSED("refused"),
    /** It has too much to do. */
    BUSY("busy"),
    /** What it gave is no result of SPARQL, is not whole, or is too long. */
    ANSWER("answer");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What metrics call it. */
    public String label() {
      return label;
    }
  }

  BackEndFailure(Kind kind, String sentence) {
    super(sentence, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
