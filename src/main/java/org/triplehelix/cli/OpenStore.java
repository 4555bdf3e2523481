package org.triplehelix.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.triplehelix.graph.Release;
import org.triplehelix.store.Store;

/**
 * A store as long as a command needs it.
 *
 * @param store empty if none was asked for
 */
record OpenStore(Optional<Store> store) implements AutoCloseable {
  /** The release that was loaded into it, else another. */
  Release release(Supplier<Release> other) {
    return store.flatMap(Store::release).orElseGet(other);
  }

  @Override
  public void close() {
    store.ifPresent(Store::close);
  }
}
