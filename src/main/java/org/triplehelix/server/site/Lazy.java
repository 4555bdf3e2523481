package org.triplehelix.server.site;

import java.util.function.Supplier;

/** Something that is made when it is first asked for, once. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile T made;

  /** Something that a maker makes. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (made == null) {
      synchronized (this) {
        if (made == null) {
          made = maker.get();
        }
      }
    }
    return made;
  }
}
