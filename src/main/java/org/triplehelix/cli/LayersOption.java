package org.triplehelix.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.triplehelix.graph.Layers;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What others state, to be published beside a release. */
final class LayersOption {
  @ArgGroup private Choice choice;

  /** Of these, one. */
  private static final class Choice {
    @Option(
        names = "--layer",
        paramLabel = "FILE",
        description =
            "A layer beside the release, as helix import makes it; give it again for each further"
                + " one. Default: the layers that the last release there has, or with --releases the"
                + " one that is sent.")
    private List<Path> files;

    @Option(names = "--no-layers", description = "Publish the release with nothing beside it.")
    private boolean none;
  }

  /**
   * What was asked for; empty for what is there already.
   *
   * @throws org.triplehelix.source.BadInputException if a file is no layer
   */
  Optional<Layers> layers() {
    if (choice == null) {
      return Optional.empty();
    }
    return Optional.of(choice.none ? Layers.NONE : Layers.in(choice.files));
  }
}
