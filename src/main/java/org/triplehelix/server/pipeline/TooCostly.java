package org.triplehelix.server.pipeline;

/** An answer needs more than the first, short attempt allows; it is tried again with more. */
public final class TooCostly extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TooCostly() {
    super(null, null, false, false);
  }
}
