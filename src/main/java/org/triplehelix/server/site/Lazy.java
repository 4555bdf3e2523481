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
/** Something that is made when it is first asked for, once. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile T made;

  /** Something that a maker makes. */
/** What is made when it is asked for first, once, and then kept. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private T value;

  /** Makes it by a maker. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (maker != null) {
      made = maker.get();
      maker = null;
  public T get() {
    if (made == null) {
      synchronized (this) {
        if (made == null) {
          made = maker.get();
        }
      }
    }
    return made;
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
