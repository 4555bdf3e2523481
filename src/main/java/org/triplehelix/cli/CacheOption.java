package org.triplehelix.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseCache;
import picocli.CommandLine.Option;

/** Where releases that were built are kept, for the commands that need no more than the release. */
final class CacheOption {
  /** Set it to anything to have nothing kept. */
  private static final String OFF = "TRIPLEHELIX_NO_CACHE";

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Folder for what makes the next start quick. Default: triplehelix in $XDG_CACHE_HOME or"
              + " else in ~/.cache.")
  private Path folder;

  @Option(
      names = "--no-cache",
      description = "Use and keep nothing there. " + OFF + "=1 does the same.")
  private boolean off;

  /** The release of the files, as it is kept or else built and kept, telling how it goes. */
  Release release(ContentOption content, PrintWriter err) {
    Content files = content.content();
    return release(files, place(files, err), err);
  }

  /** Where the release of the files is kept, or will be; empty if nothing is to be kept. */
  Optional<ReleaseCache.Place> place(Content files, PrintWriter err) {
    return cache(err).map(cache -> cache.placeFor(files));
  }

  /** The release of the files, as it is kept in its place or else built and kept there. */
  Release release(Content files, Optional<ReleaseCache.Place> place, PrintWriter err) {
    long start = System.nanoTime();
    Optional<Release> kept = place.flatMap(ReleaseCache.Place::read);
    kept.ifPresent(
        release ->
            err.printf(
                Locale.ROOT,
                "Release %s: %,d statements, as built before, read in %.1f s.%n",
                release.shortHash(),
                release.quads().size(),
                (System.nanoTime() - start) / 1e9));
    return kept.orElseGet(
        () -> {
          Release release = ContentOption.built(files, err).release();
          place.ifPresent(p -> p.keep(release));
          return release;
        });
  }

  private Optional<ReleaseCache> cache(PrintWriter err) {
    return ProgramJar.fingerprint()
        .filter(program -> isOn())
        .map(program -> new ReleaseCache(folder(), program, told -> Main.trace(told, err)));
  }

  /** Whether anything is to be kept. */
  boolean isOn() {
    return !off && System.getenv().getOrDefault(OFF, "").isEmpty();
  }

  /** What another process of this program is to be given to use the same folder. */
  List<String> arguments() {
    return List.of("--cache", folder().toString());
  }

  /** Where it is kept. */
  Path folder() {
    if (folder != null) {
      return folder;
    }
    String caches = System.getenv("XDG_CACHE_HOME");
    return (caches == null || caches.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(caches))
        .resolve("triplehelix");
  }
}
