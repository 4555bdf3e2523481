package org.triplehelix.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.triplehelix.store.Store;
import org.triplehelix.store.StoreFolder;
import picocli.CommandLine.Option;

/** Where large graphs are, for the commands that answer from them too. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Folder of a store that helix load has filled: its layers are further graphs, and its"
              + " release, if it holds one, is taken in place of the files.")
  private Path folder;

  /** The store; none if it was not asked for. */
  OpenStore open() {
    return new OpenStore(
        Optional.ofNullable(folder).map(given -> Store.open(new StoreFolder(given))));
  }
}
