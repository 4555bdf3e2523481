package org.triplehelix.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.vocab.Prefixes;

/**
 * One side of a check's case: files of {@code src/test/resources/checks/<check>/pass|fail} laid
 * over those of {@code base}, which has nothing to find. RDF files without PREFIX lines get those
 * that they use, sorted.
 */
record CheckCase(String check, String side) {
  static final Path FOLDER = Path.of("src/test/resources/checks");
  private static final Prefixes PREFIXES =
      Prefixes.standard().with(Map.of("mu", "https://w3id.org/triplehelix/source/made-up/"));

  /** The checks that have a case. */
  static List<String> checks() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("base"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return FOLDER.resolve(check).resolve(side);
  }

  /** What the checks find, a line each. */
  String findings() {
    try (Fixture fixture = new Fixture()) {
      lay(FOLDER.resolve("base"), fixture);
      lay(folder(), fixture);
      Content content = Content.at(fixture.root());
      CheckReport report =
          ContentCheck.run(
              content,
              ReleaseBuilder.buildWithPositions(content),
              fixture.root().resolve("seeds/texts"));
      StringBuilder lines = new StringBuilder();
      report.findings().forEach(finding -> lines.append(finding).append('\n'));
      return lines.toString();
    }
  }

  /** What is to be found. */
  String expected() throws IOException {
    Path file = FOLDER.resolve(check).resolve("findings.txt");
    return side.equals("pass") ? "" : Files.readString(file);
  }

  private static void lay(Path folder, Fixture fixture) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        String text = Files.readString(file);
        fixture.write(name, name.matches(".*\\.(ttl|trig)") ? withPrefixes(text) : text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withPrefixes(String text) {
    if (text.contains("PREFIX ")) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    String bare = text.replaceAll("\"[^\"]*\"|<[^<>\\s]*>", "");
    PREFIXES
        .map()
        .forEach(
            (prefix, namespace) -> {
              if (Pattern.compile("(?<![\\w-])" + prefix + ":").matcher(bare).find()) {
                lines.append("PREFIX %s: <%s>\n".formatted(prefix, namespace));
              }
            });
    return lines + "\n" + text;
  }
}
