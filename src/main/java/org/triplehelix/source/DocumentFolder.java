package org.triplehelix.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder where the documents are, if they are.
 *
 * @param folder the folder
 */
public record DocumentFolder(Path folder) {

  /** No documents at all. */
  public static final DocumentFolder NONE = new DocumentFolder(Path.of("no documents"));

  /** A folder that a user named. */
  public static DocumentFolder at(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          Position.of("--texts"),
          "there is no folder " + folder,
          "give the folder that holds the documents");
    }
    return new DocumentFolder(folder);
  }

  /**
   * A document as it was found.
   *
   * @param text its text; empty if it is not at hand
   * @param notice why not; empty if it is
   */
  public record Lookup(Optional<DocumentText> text, Optional<String> notice) {
    private static Lookup failed(String notice) {
      return new Lookup(Optional.empty(), Optional.of(notice));
    }
  }

  /** The document of that name, if it is the one whose digest is given. */
  public Lookup find(String fileName, String digest) {
    Path file = folder.resolve(fileName);
    if (!Files.isRegularFile(file)) {
      return Lookup.failed(
          file + " is not there: put the document there, or name its folder with --texts");
    }
    DocumentText text = DocumentText.read(file);
    if (!text.fileDigest().equals(digest)) {
      return Lookup.failed(
          file + " is another file than th:fileDigest tells: get the one that was read");
    }
    return new Lookup(Optional.of(text), Optional.empty());
  }
}
