package org.triplehelix.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import picocli.CommandLine.Option;

/** Where the hand-written files are, for every command that needs a release. */
final class ContentOption {
  /** Set by the launcher to the folder it lies in. */
  private static final String LAUNCHER_HOME = "triplehelix.home";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Folder with ontology, data and seeds. Default: the launcher's or else this folder"
              + " if it has them, else what the jar carries.")
  private Path home;

  /** Builds the release of the files, telling how it goes. */
  Release release(PrintWriter err) {
    return built(err).release();
  }

  /** The same with the places of what the files say. */
  Built built(PrintWriter err) {
    return built(content(), err);
  }

  /** Builds the release of a folder's files, telling how it goes. */
  static Built built(Content content, PrintWriter err) {
    long start = System.nanoTime();
    int files = content.items().size();
    err.println("Reading " + files + " files of " + content.root() + " …");
    Built built = ReleaseBuilder.buildWithPositions(content);
    Release release = built.release();
    err.printf(
        Locale.ROOT,
        "Release %s: %,d statements, built in %.1f s.%n",
        release.shortHash(),
        release.quads().size(),
        (System.nanoTime() - start) / 1e9);
    return built;
  }

  /** What another process of this program is to be given to find the same files. */
  List<String> arguments() {
    return home == null ? List.of() : List.of("--home", home.toString());
  }

  /** The same for Java: what the launcher has set. */
  static List<String> properties() {
    String launchers = System.getProperty(LAUNCHER_HOME);
    return launchers == null ? List.of() : List.of("-D" + LAUNCHER_HOME + "=" + launchers);
  }

  /** Where the documents are, if a user has put them there. */
  Path texts() {
    return content().root().resolve("seeds/texts");
  }

  /** The hand-written files. */
  Content content() {
    if (home != null) {
      return Content.at(home);
    }
    String launchers = System.getProperty(LAUNCHER_HOME);
    if (launchers != null) {
      return Content.at(Path.of(launchers));
    }
    Path here = Path.of("").toAbsolutePath();
    return Files.isRegularFile(here.resolve("ontology/helix.ttl"))
        ? Content.at(here)
        : Content.embedded();
  }
}
