package org.triplehelix.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final Path CACHE = Path.of("target/bench/cache");
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path MAIN = Path.of("src/main");

  private static final Collector<CharSequence, ?, String> JOINED =
      Collectors.joining(File.pathSeparator);

  /** Fuseki as it comes, without any class or setting of ours but its {@code main}. */
  static Candidate stockFuseki(Path nquads) {
    String libraries =
        classPath().filter(p -> !p.endsWith(CLASSES)).map(Path::toString).collect(JOINED);
    return new Candidate(
        "stock Fuseki",
        "/ds/sparql",
        port ->
            java(
                List.of("-cp", libraries, StockFuseki.class.getName()),
                List.of("" + port, nquads.toString())));
  }

  /** The server of this folder. */
  static Candidate helix() {
    List<String> program =
        program().equals(JAR)
            ? List.of("-jar", JAR.toString())
            : List.of(
                "-cp", classPath().map(Path::toString).collect(JOINED), "org.triplehelix.cli.Main");
    return new Candidate(
        "Triple Helix",
        "/sparql",
        port ->
            java(
                program,
                List.of("serve", "--port", "" + port, "--home", ".", "--cache", CACHE.toString())));
  }

  /** What of this folder is run: the jar if it is up to date, else the classes. */
  static Path program() {
    try (Stream<Path> sources = Stream.concat(Files.walk(MAIN), Stream.of(Path.of("pom.xml")))) {
      long made = JAR.toFile().lastModified();
      return sources.allMatch(source -> source.toFile().lastModified() <= made) ? JAR : CLASSES;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> java(List<String> program, List<String> arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(List.of(java, "-Xmx1g"), program, arguments).flatMap(List::stream).toList();
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
