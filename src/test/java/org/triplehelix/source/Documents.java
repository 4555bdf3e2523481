package org.triplehelix.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real documents, where this machine has them; they are not in the repository. */
public final class Documents {
  private static final List<Path> FOLDERS =
      List.of(Path.of("seeds/texts"), Path.of("../shared/seeds"));

  private Documents() {}

  /** The folder that holds a document; without one the test is skipped and says why. */
  public static Path folderWith(String fileName) {
    Optional<Path> folder =
        FOLDERS.stream().filter(f -> Files.isRegularFile(f.resolve(fileName))).findFirst();
    assumeTrue(
        folder.isPresent(),
        () -> "skipped: " + fileName + " is in none of " + FOLDERS + "; put it there to run this");
    return folder.get();
  }
}
