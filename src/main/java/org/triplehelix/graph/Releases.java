package org.triplehelix.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.triplehelix.graph.ReleaseFolder.Kept;

/**
 * The releases that can be had: the one in use, and those that a folder keeps. These are read when
 * they are asked for, one at a time, held while there is memory to spare, and taken only if their
 * content has the hash that they are named after.
 */
public final class Releases {
  private static final int HELD = 2;

  private final Release current;
  private final Optional<ReleaseFolder> folder;
  private final List<Kept> all;
  private final Cache<String, Release> held =
      Caffeine.newBuilder().softValues().maximumSize(HELD).build();

  private Releases(Release current, Optional<ReleaseFolder> folder, List<Kept> found) {
    this.current = current;
    this.folder = folder;
    List<Kept> kept = new ArrayList<>(found);
    if (kept.stream().noneMatch(k -> k.hash().equals(current.hash()))) {
      kept.add(new Kept(current.hash(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }
    this.all = List.copyOf(kept);
  }

  /** The one in use alone. */
  public static Releases only(Release current) {
    return new Releases(current, Optional.empty(), List.of());
  }

  /** The one in use, and those of a folder as they are there now. */
  public static Releases in(ReleaseFolder folder, Release current) {
    return new Releases(current, Optional.of(folder), folder.kept());
  }

  /**
   * A published one, and those of its folder that are not later.
   *
   * @param release what it holds
   */
  public static Releases upTo(PublishedRelease published, Release release) {
    ReleaseFolder folder = published.shelf();
    return new Releases(release, Optional.of(folder), folder.kept(published.number()));
  }

  /** Where they are kept; empty if there is only the one in use. */
  public Optional<ReleaseFolder> folder() {
    return folder;
  }

  /** The one in use. */
  public Release current() {
    return current;
  }

  /**
   * All, oldest first, by the time of their files. What is in use and not in the folder is the
   * newest, of now.
   */
  public List<Kept> all() {
    return all;
  }

  /** The whole hash of the one release that has these first digits, twelve or more. */
  public Optional<String> named(String digits) {
    List<String> found =
        all.stream().map(Kept::hash).filter(hash -> hash.startsWith(digits)).toList();
    return ReleaseFolder.isHash(digits) && found.size() == 1
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  /**
   * The release of a hash, whole or its first digits; empty if it is not among these.
   *
   * @throws org.triplehelix.source.BadInputException if its file is gone or damaged
   */
  public Optional<Release> get(String digits) {
    return named(digits).map(this::load);
  }

  private synchronized Release load(String hash) {
    return hash.equals(current.hash())
        ? current
        : held.get(hash, name -> folder.orElseThrow().release(name));
  }
}
