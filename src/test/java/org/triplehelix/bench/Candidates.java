package org.triplehelix.bench;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.bench.Candidate.Endpoint;
import org.triplehelix.bench.Candidate.Loading;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * The servers that can be measured, each with the same JDK, which is that of this process.
 *
 * @param heap the most that each may take, as Java wants it; empty for what Java gives by itself
 */
record Candidates(String heap) {
  /** The server of this project. */
  static final String HELIX = "Triple Helix";

  /** The server of files. */
  static final String FILES = "bare Jetty";

  private static final Path FOLDER = Path.of("target/bench");
  private static final Path JAR = Path.of("target/triplehelix.jar");
  private static final Path LAUNCHER = Path.of("helix").toAbsolutePath();
  private static final Path CACHE = FOLDER.resolve("cache").toAbsolutePath();
  private static final Path CLASSES = Path.of("target/classes");
  private static final Predicate<Path> LIBRARIES = path -> !path.endsWith(CLASSES);

  /** Fuseki as it comes, without any class or setting of ours but its {@code main}. */
  Candidate stockFuseki(Path nquads) {
    return new Candidate(
        "stock Fuseki",
        new Endpoint("/ds/sparql"),
        port -> java(main(StockFuseki.class, LIBRARIES, port, nquads)),
        Loading.BY_ITSELF);
  }

  /** Jetty with the files of a folder and nothing else. */
  Candidate files(Path folder) {
    return new Candidate(
        FILES,
        new Endpoint("/file.txt"),
        port -> java(main(StaticServer.class, LIBRARIES, port, folder)),
        Loading.BY_ITSELF);
  }

  /** RDF4J's own server with its memory store, in Jetty as that comes. */
  Candidate rdf4j(Path nquads) {
    Path runner = demand(FOLDER.resolve("rdf4j/jetty-runner.jar"));
    Path war = demand(FOLDER.resolve("rdf4j/server.war"));
    return new Candidate(
        "RDF4J memory",
        Rdf4jServer.ENDPOINT,
        port ->
            java(
                Stream.of(
                    Rdf4jServer.keepingIn(FOLDER.resolve("rdf4j/data")),
                    "-jar",
                    runner.toString(),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    "" + port,
                    war.toString())),
        new Rdf4jServer(nquads));
  }

  /** The server of this project, as its launcher starts it. */
  Candidate helix() {
    return new Candidate(
        HELIX,
        new Endpoint("/sparql"),
        port ->
            List.of(
                "env",
                "TRIPLEHELIX_JDK=" + System.getProperty("java.home"),
                "JAVA_TOOL_OPTIONS=" + (heap.isEmpty() ? "" : "-Xmx" + heap),
                LAUNCHER.toString(),
                "serve",
                "--cache",
                CACHE.toString(),
                "--port",
                "" + port),
        Loading.BY_ITSELF);
  }

  /** The server with a dataset that is no release. */
  Candidate helix(Path nquads) {
    return new Candidate(
        HELIX,
        new Endpoint("/sparql"),
        port -> java(main(GivenServer.class, path -> true, port, nquads)),
        Loading.BY_ITSELF);
  }

  /** Whether the classes of this very jar are kept for the JDK that runs this. */
  static boolean areClassesKept() {
    long made = demand(JAR).toFile().lastModified();
    String jdk = Runtime.version().feature() + "-";
    File[] kept =
        CACHE
            .toFile()
            .listFiles((folder, name) -> name.startsWith(jdk) && name.endsWith(".classes"));
    return kept != null && Arrays.stream(kept).anyMatch(file -> file.lastModified() > made);
  }

  private static Path demand(Path file) {
    if (!Files.exists(file)) {
      throw new BadInputException(
          Position.of(file.toString()), "is not there", "run mvn -Pbench verify, which makes it");
    }
    return file;
  }

  private List<String> java(Stream<String> arguments) {
    Stream<String> java =
        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream<String> most = heap.isEmpty() ? Stream.empty() : Stream.of("-Xmx" + heap);
    return Stream.of(java, most, arguments).flatMap(part -> part).toList();
  }

  private static Stream<String> main(Class<?> main, Predicate<Path> on, int port, Path data) {
    return Stream.of("-cp", classPath(on), main.getName(), "" + port, data.toString());
  }

  /** What this program was started with, by Maven or by hand. */
  private static String classPath(Predicate<Path> wanted) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Stream<Path> all =
        loader instanceof URLClassLoader urls
            ? Arrays.stream(urls.getURLs()).map(URL::getPath).map(Path::of)
            : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    return all.filter(wanted).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
