package org.triplehelix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFile;
import org.triplehelix.query.backend.BackEnd;
import org.triplehelix.query.backend.RemoteRelease;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Option;

/** Another engine that answers queries, for the command that serves: docs/backends.md. */
final class BackEndOptions {
  @Option(
      names = "--backend",
      paramLabel = "URL",
      description =
          "SPARQL 1.1 endpoint of another engine that holds a dump of a release, and maybe more:"
              + " queries and questions are sent there; pages come from the release, which is read"
              + " from it once.")
  private URI address;

  @Option(
      names = "--backend-default-graph",
      paramLabel = "IRI",
      description =
          "The graph in which it holds the default graph of the dump, where its own is the union of"
              + " all graphs, as Virtuoso's is. Default: it has a default graph.")
  private String defaultGraph;

  @Option(
      names = "--backend-graph",
      paramLabel = "IRI",
      split = ",",
      description =
          "Graphs that it holds beyond the release and that are asked too, with"
              + " --backend-default-graph; without that all it has are asked.")
  private List<String> graphs = List.of();

  @Option(
      names = "--backend-release",
      paramLabel = "FILE",
      description =
          "Read the release from the dump instead, and only compare: for an engine that writes"
              + " values otherwise than they were loaded.")
  private Path dump;

  @Option(
      names = "--backend-user",
      paramLabel = "NAME",
      description = "User that the engine lets in, with --backend-password-file.")
  private String user;

  @Option(
      names = "--backend-password-file",
      paramLabel = "FILE",
      description = "File with the password of that user.")
  private Path passwordFile;

  /** Whether any of them is given. */
  boolean areGiven() {
    return address != null
        || defaultGraph != null
        || dump != null
        || user != null
        || passwordFile != null;
  }

  /**
   * The engine that is to be asked; empty if none is named.
   *
   * @throws BadInputException if what is given cannot be used
   */
  Optional<BackEnd> backEnd() {
    if (address == null) {
      if (areGiven()) {
        throw unusable("--backend-…", "give --backend too");
      }
      return Optional.empty();
    }
    boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!isHttp || address.getHost() == null || address.getRawUserInfo() != null) {
      throw unusable("--backend", "give an address as http://localhost:8890/sparql, without user");
    }
    if (defaultGraph != null
        && !defaultGraph.matches("[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\"{}|^`\\\\]+")) {
      throw unusable("--backend-default-graph", "give an absolute IRI");
    }
    if ((user == null) != (passwordFile == null)) {
      throw unusable("--backend-user", "give it with --backend-password-file");
    }
    return Optional.of(new BackEnd(address, Optional.ofNullable(defaultGraph), graphs, login()));
  }

  private Optional<BackEnd.Login> login() {
    if (user == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BackEnd.Login(user, Files.readString(passwordFile).strip()));
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(passwordFile.toString()), "cannot be read", "give a file with the password");
    }
  }

  /** The release that the engine holds, proven whole. */
  Release release(BackEnd backEnd, PrintWriter err) {
    long start = System.nanoTime();
    err.println("Reading the release of " + backEnd.name() + " …");
    Release release = dump == null ? RemoteRelease.read(backEnd, told -> {}) : compared(backEnd);
    err.printf(
        Locale.ROOT,
        "Release %s: %,d statements, %s in %.1f s.%n",
        release.shortHash(),
        release.quads().size(),
        dump == null ? "read" : "compared by graph",
        (System.nanoTime() - start) / 1e9);
    return release;
  }

  private Release compared(BackEnd backEnd) {
    Release release = ReleaseFile.read(dump);
    RemoteRelease.compare(backEnd, release);
    return release;
  }

  private static BadInputException unusable(String option, String remedy) {
    return new BadInputException(Position.of(option), "cannot be used", remedy);
  }
}
