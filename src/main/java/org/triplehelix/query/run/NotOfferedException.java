package org.triplehelix.query.run;

import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/** A query that is well written but asks for what is not done here. */
public final class NotOfferedException extends BadInputException {
  private static final long serialVersionUID = 1L;

  /** Tells what is asked for, where, and what to do instead. */
  public NotOfferedException(Position position, String what, String remedy) {
    super(position, what, remedy);
  }
}
