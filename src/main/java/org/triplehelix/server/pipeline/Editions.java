package org.triplehelix.server.pipeline;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The editions that can be had: the one in use, and those that requests name. */
public interface Editions {

  /** One alone, that is always in use. */
  static Editions only(Edition edition) {
    return new Editions() {
      @Override
      public Edition current() {
        return edition;
      }

      @Override
      public Optional<CompletableFuture<Edition>> other(String digits) {
        return Optional.empty();
      }
    };
  }

  /** The one in use. */
  Edition current();

  /**
   * One of a release that is not in use; empty if there is no such release. It may take a while to
   * come, and fails with a {@link Problem} if it cannot be had.
   *
   * @param digits the first of the release's hash, twelve or more
   */
  Optional<CompletableFuture<Edition>> other(String digits);
}
