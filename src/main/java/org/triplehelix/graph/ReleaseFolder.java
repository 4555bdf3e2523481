package org.triplehelix.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * A folder in which releases are kept: published ones, each a folder with its number and hash, and
 * dumps, each a file named by its content hash or the first twelve digits or more of it: {@code
 * 11f3c4c03a1f.nq.gz}.
 *
 * @param path the folder
 */
public record ReleaseFolder(Path path) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{12,64}");
  private static final int WHOLE = 64;

  /**
   * A release that is kept.
   *
   * @param hash whole
   * @param since when it was put there: the time of its file, or that of its checksums
   */
  public record Kept(String hash, Instant since) {}

  /** The releases that were published here, the oldest first; none of them is opened. */
  public List<PublishedRelease> published() {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(PublishedRelease::at)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(PublishedRelease::number))
          .toList();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** The last release that was published here; it is not opened. */
  public Optional<PublishedRelease> newest() {
    return published().stream().reduce((earlier, later) -> later);
  }

  /**
   * All that it holds, oldest first, each release once: dumps by the times of their files, then
   * published releases by their numbers, each where it was published last. A dump that is not named
   * by its whole hash is opened for it.
   */
  public List<Kept> kept() {
    return kept(Long.MAX_VALUE);
  }

  /** The same, without the releases that were published after that number. */
  List<Kept> kept(long number) {
    Map<String, Instant> published = new LinkedHashMap<>();
    Instant last = Instant.MIN;
    for (PublishedRelease release : published()) {
      if (release.number() <= number) {
        Instant since = release.since();
        last = since.isAfter(last) ? since : last;
        published.remove(release.hash());
        published.put(release.hash(), last);
      }
    }
    List<Kept> kept = new ArrayList<>(dumped());
    kept.removeIf(dump -> published.containsKey(dump.hash()));
    published.forEach((hash, since) -> kept.add(new Kept(hash, since)));
    return kept;
  }

  private List<Kept> dumped() {
    Map<String, Instant> oldest = new HashMap<>();
    for (Path dump : dumps()) {
      String stem = stem(dump);
      String hash = stem.length() == WHOLE ? stem : release(stem).hash();
      oldest.merge(hash, time(dump), (one, other) -> one.isBefore(other) ? one : other);
    }
    return oldest.entrySet().stream()
        .map(entry -> new Kept(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Kept::since).thenComparing(Kept::hash))
        .toList();
  }

  static Instant time(Path dump) {
    try {
      return Files.getLastModifiedTime(dump).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(dump.toString()), "cannot be read", "check the file's permissions");
    }
  }

  /** Whether a text has the form of a content hash, whole or short. */
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /**
   * The release with that hash.
   *
   * @throws BadInputException if there is none, or more than one, or what is found is another one
   */
  public Release release(String hash) {
    Set<String> hashes =
        published().stream()
            .map(PublishedRelease::hash)
            .filter(whole -> agree(whole, hash))
            .collect(Collectors.toSet());
    if (hashes.size() > 1) {
      throw several(hash, String.join(", ", hashes));
    }
    return published().stream()
        .filter(release -> hashes.contains(release.hash()))
        .reduce((earlier, later) -> later)
        .map(PublishedRelease::release)
        .orElseGet(() -> dump(hash));
  }

  private Release dump(String hash) {
    List<Path> found = dumps().stream().filter(file -> agree(stem(file), hash)).toList();
    if (found.isEmpty()) {
      throw new BadInputException(
          Position.of(path.toString()), "holds no release " + hash, "it holds " + listing());
    }
    Path first = found.get(0);
    if (!found.stream().allMatch(file -> agree(stem(file), stem(first)))) {
      throw several(hash, names(found));
    }
    Release release = ReleaseFile.read(first);
    if (!agree(release.hash(), hash) || !agree(release.hash(), stem(first))) {
      throw new BadInputException(
          Position.of(first.toString()),
          "holds release " + release.hash() + ", not the one it is named after",
          "name it after the release that it holds");
    }
    return release;
  }

  /** Whether one is the other, or the beginning of the other. */
  private static boolean agree(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private List<Path> dumps() {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> ReleaseFile.isDump(name(file)) && isHash(stem(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private BadInputException several(String hash, String which) {
    return new BadInputException(
        Position.of(path.toString()),
        "holds more than one release " + hash + ": " + which,
        "give more digits");
  }

  private BadInputException unreadable() {
    return new BadInputException(
        Position.of(path.toString()),
        "is no folder that can be read",
        "give the folder with the releases");
  }

  private String listing() {
    List<Path> all = dumps();
    return all.isEmpty() ? "none: a dump is named by its hash, as <hash>.nq.gz" : names(all);
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(ReleaseFolder::name).toList());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String stem(Path file) {
    return name(file).replaceFirst("\\..*", "");
  }
}
