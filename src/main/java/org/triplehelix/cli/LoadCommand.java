package org.triplehelix.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.triplehelix.store.Contents;
import org.triplehelix.store.StoreFolder;
import org.triplehelix.store.StoreLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads a release and layers into a store on disk. */
@Command(
    name = "load",
    description =
        "Load a dump of a release, layers that import made, or both into a store on disk. The store"
            + " then holds exactly these files; if anything goes wrong it is as it was.",
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the store; it is made if it is not there.")
  private Path store;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "N-Quads or TriG, also with .gz.")
  private List<Path> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = new Progress("statements", err);
    Contents loaded = StoreLoad.into(new StoreFolder(store), files, new Told(progress, err));
    progress.clear();
    err.printf(
        Locale.ROOT, "Loaded %,d %s.%n", loaded.statements(), progress.rate(loaded.statements()));
    return Main.OK;
  }

  private record Told(Progress progress, PrintWriter err) implements StoreLoad.Watcher {
    @Override
    public void at(long statements, double part) {
      progress.at(statements, part);
    }

    @Override
    public void indexing(long statements) {
      progress.clear();
      err.printf(
          Locale.ROOT, "Read %,d %s; making indexes …%n", statements, progress.rate(statements));
    }
  }
}
