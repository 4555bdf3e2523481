package org.triplehelix.cli;

import java.nio.file.Path;
import org.triplehelix.source.DocumentFolder;
import picocli.CommandLine.Option;

/** Where the documents are, for the commands that compare with them. */
final class TextsOption {
  @Option(
      names = "--texts",
      paramLabel = "DIR",
      description = "Folder with the documents. Default: seeds/texts.")
  private Path folder;

  /** The documents of the folder given, which must be there, or else of the content's own. */
  DocumentFolder orOf(ContentOption content) {
    return folder == null ? new DocumentFolder(content.texts()) : DocumentFolder.at(folder);
  }
}
