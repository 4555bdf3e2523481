package org.triplehelix.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
