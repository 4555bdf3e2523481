package org.triplehelix.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Digest;
import org.triplehelix.source.Position;

/**
 * A release with all that a server needs to serve it, in a folder named by its number and its hash:
 * its statements, the layers beside them, its saved questions and networks, and the checksums of
 * these. The higher number is the later release.
 *
 * @param path the folder
 * @param number of the release among those beside it
 * @param hash of its content: 64 digits
 */
public record PublishedRelease(Path path, long number, String hash) {
  /** The file of its statements. */
  public static final String STATEMENTS = "triplehelix.nq.gz";

  /** The file of the layers beside it; there if there are any. */
  public static final String LAYERS = "layers.nq.gz";

  /** The file of its checksums, as {@code sha256sum -c} reads it; what it lists is all there is. */
  public static final String SUMS = "SHA256SUMS";

  private static final Pattern NAME = Pattern.compile("([0-9]{6,15})-([0-9a-f]{64})");
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final String AGAIN = "copy it again, whole, or publish the release again";

  /** What a folder of that name is; empty if it is not the name of a release. */
  public static Optional<PublishedRelease> at(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches()
        ? Optional.of(new PublishedRelease(folder, Long.parseLong(name.group(1)), name.group(2)))
        : Optional.empty();
  }

  /** How the folder of a release is named. */
  public static String name(long number, String hash) {
    return "%06d-%s".formatted(number, hash);
  }

  /** The folder of releases that it lies in. */
  public ReleaseFolder shelf() {
    return new ReleaseFolder(path.resolveSibling(""));
  }

  /** When it was published: the time of its checksums, which are written last. */
  public Instant since() {
    Path sums = path.resolve(SUMS);
    return ReleaseFolder.time(Files.exists(sums) ? sums : path);
  }

  /** Its saved questions and networks. */
  public Content content() {
    return new Content(path);
  }

  /**
   * What it holds, without the layers beside it.
   *
   * @throws BadInputException if it is damaged, not whole, or not what its name says
   */
  public Release release() {
    demandWhole();
    Release release = ReleaseFile.read(path.resolve(STATEMENTS));
    if (!release.hash().equals(hash)) {
      throw bad("holds release " + release.hash() + ", not the one it is named after");
    }
    return release;
  }

  /**
   * What is beside the release.
   *
   * @throws BadInputException if there is something, or there was, and the folder is damaged or not
   *     whole
   */
  public Layers layers() {
    Path file = path.resolve(LAYERS);
    if (!Files.exists(file) && !sums().containsKey(LAYERS)) {
      return Layers.NONE;
    }
    demandWhole();
    return Layers.written(file);
  }

  /**
   * Compares each file with its checksum.
   *
   * @throws BadInputException if one is missing, changed, or not listed
   */
  public void demandWhole() {
    Map<String, String> sums = sums();
    TreeSet<String> files = new TreeSet<>(files().keySet());
    files.remove(SUMS);
    for (String name : sums.keySet()) {
      if (!files.remove(name)) {
        throw bad("is not whole: " + name + " is missing");
      }
    }
    if (!files.isEmpty()) {
      throw bad("holds " + files.first() + ", which " + SUMS + " does not list");
    }
    if (!sums.containsKey(STATEMENTS)) {
      throw bad("is no release: it has no " + STATEMENTS);
    }
    sums.forEach(this::demandSame);
  }

  private void demandSame(String name, String sum) {
    try {
      if (!Digest.of(path.resolve(name)).equals(sum)) {
        throw bad("is damaged: " + name + " has another checksum than " + SUMS + " says");
      }
    } catch (IOException e) {
      throw bad("cannot be read: " + e.getMessage());
    }
  }

  private Map<String, String> sums() {
    Map<String, String> sums = new TreeMap<>();
    for (String line : lines()) {
      Matcher sum = SUM.matcher(line);
      if (!sum.matches()) {
        throw bad("is damaged: " + SUMS + " has a line that is no checksum");
      }
      sums.put(sum.group(2), sum.group(1));
    }
    return sums;
  }

  private List<String> lines() {
    Path sums = path.resolve(SUMS);
    if (!Files.isRegularFile(sums)) {
      throw bad("is not whole: " + SUMS + " is missing");
    }
    try {
      return Files.readAllLines(sums);
    } catch (MalformedInputException e) {
      throw bad("is damaged: " + SUMS + " is not in UTF-8");
    } catch (IOException e) {
      throw bad("cannot be read: " + e.getMessage());
    }
  }

  /**
   * What can be told of it without reading its files: it changes when they do, as while it is being
   * copied.
   */
  public String state() {
    return files().toString();
  }

  /** Its files by name, each with its size and time. */
  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found =
        Files.find(path, Integer.MAX_VALUE, (file, attributes) -> !attributes.isDirectory())) {
      for (Path file : found.toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        files.put(
            path.relativize(file).toString().replace('\\', '/'),
            attributes.size() + " " + attributes.lastModifiedTime().toMillis());
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw bad("cannot be read: " + e.getMessage());
    }
  }

  private BadInputException bad(String what) {
    return new BadInputException(Position.of(path.toString()), what, AGAIN);
  }
}
