package org.triplehelix.network;

import java.util.List;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/** A name in a choice that nothing has. */
public final class UnknownChoiceException extends BadInputException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> near;

  UnknownChoiceException(Position position, String what, String remedy, List<String> near) {
    super(position, what, remedy);
    this.near = List.copyOf(near);
  }

  /** The names that are most like it. */
  public List<String> near() {
    return near;
  }
}
