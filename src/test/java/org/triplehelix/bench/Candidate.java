package org.triplehelix.bench;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server to be measured.
 *
 * @param name in the table
 * @param path of its SPARQL endpoint
 * @param command that starts it on a port
 */
record Candidate(String name, String path, IntFunction<List<String>> command) {
  private static final Path JAR = Path.of("target/triplehelix.jar");
  private static final Path CLASSES = Path.of("target/classes");

  private static final Collector<CharSequence, ?, String> JOINED =
      Collectors.joining(File.pathSeparator);

  /** Fuseki as it comes, without any class or setting of ours but its {@code main}. */
  static Candidate stockFuseki(Path nquads) {
    String libraries =
        classPath().filter(p -> !p.endsWith(CLASSES)).map(Path::toString).collect(JOINED);
    return new Candidate(
        "stock Fuseki",
        "/ds/sparql",
        port -> java("-cp", libraries, StockFuseki.class.getName(), "" + port, "" + nquads));
  }

  /** The server of this folder: the jar if it is up to date, else the classes. */
  static Candidate helix() {
    String[] program =
        isUpToDate(JAR)
            ? new String[] {"-jar", JAR.toString()}
            : new String[] {
              "-cp", classPath().map(Path::toString).collect(JOINED), "org.triplehelix.cli.Main"
            };
    return new Candidate(
        "Triple Helix",
        "/sparql",
        port -> {
          List<String> command = java(program);
          return Stream.concat(
                  command.stream(), Stream.of("serve", "--port", "" + port, "--home", "."))
              .toList();
        });
  }

  private static List<String> java(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.concat(Stream.of(java, "-Xmx1g"), Arrays.stream(arguments)).toList();
  }

  /** Whether a jar is there and no class or resource is newer. */
  private static boolean isUpToDate(Path jar) {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      if (!Files.isRegularFile(jar)) {
        return false;
      }
      long made = jar.toFile().lastModified();
      return files.filter(Files::isRegularFile).allMatch(f -> f.toFile().lastModified() <= made);
    } catch (IOException e) {
      return false;
    }
  }

  /** What this program was started with, by Maven or by hand. */
  private static Stream<Path> classPath() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader instanceof URLClassLoader urls
        ? Arrays.stream(urls.getURLs()).map(URL::getPath).map(Path::of)
        : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of);
  }
}
