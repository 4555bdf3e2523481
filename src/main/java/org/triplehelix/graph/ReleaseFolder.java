package org.triplehelix.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * A folder in which dumps of releases are kept, each named by its content hash or the first twelve
 * digits or more of it: {@code 11f3c4c03a1f.nq.gz}.
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
   * @param since when it was put there: the time of its file
   */
  public record Kept(String hash, Instant since) {}

  /**
   * All that it holds, oldest first, each release once. What is not named by its whole hash is
   * opened for it.
   */
  public List<Kept> kept() {
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

  private static Instant time(Path dump) {
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
    List<Path> found = dumps().stream().filter(file -> agree(stem(file), hash)).toList();
    if (found.isEmpty()) {
      throw new BadInputException(
          Position.of(path.toString()), "holds no release " + hash, "it holds " + listing());
    }
    Path first = found.get(0);
    if (!found.stream().allMatch(file -> agree(stem(file), stem(first)))) {
      throw new BadInputException(
          Position.of(path.toString()),
          "holds more than one release " + hash + ": " + names(found),
          "give more digits");
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
      throw new BadInputException(
          Position.of(path.toString()),
          "is no folder that can be read",
          "give the folder with the releases");
    }
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
