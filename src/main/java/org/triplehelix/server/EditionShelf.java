package org.triplehelix.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.triplehelix.server.pipeline.Edition;
import org.triplehelix.server.pipeline.Editions;

/** The editions of a server: the one in use. */
final class EditionShelf implements Editions {
  private final AtomicReference<SiteEdition> current;

  EditionShelf(SiteEdition first) {
    current = new AtomicReference<>(first);
  }

  SiteEdition inUse() {
    return current.get();
  }

  @Override
  public Edition current() {
    return current.get().edition();
  }

  @Override
  public Optional<CompletableFuture<Edition>> other(String digits) {
    return Optional.empty();
  }
}
