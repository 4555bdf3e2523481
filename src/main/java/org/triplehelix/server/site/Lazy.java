package org.triplehelix.server.site;

import java.util.function.Supplier;

/**
 * What is made when it is first asked for, once; any number of threads may ask.
 *
 * @param <T> what it is
 */
public final class Lazy<T> implements Supplier<T> {
  private Supplier<T> maker;
  private T made;

  /**
   * Something not yet made.
   *
   * @param maker makes it; asked again if it fails
   */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (maker != null) {
      made = maker.get();
      maker = null;
    }
    return made;
  }
}
