package org.triplehelix.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * The hand-written files: a folder with {@code ontology/}, {@code data/} and {@code seeds/}.
 *
 * @param root the folder, on disk or inside the program's jar
 */
public record Content(Path root) {

  /** What a file is for, in the order in which files are read. */
  public enum Role {
    ONTOLOGY("ontology", ".ttl"),
    ALIGNMENT("ontology/alignments", ".ttl"),
    SCHEME("ontology/schemes", ".ttl"),
    RULE("ontology/rules", ".rq"),
    SHAPE("ontology/shapes", ".ttl"),
    CHECK("ontology/checks", ".rq"),
    QUESTION("ontology/questions", ".rq"),
    NETWORK("ontology/networks", ".rq"),
    IMPORT("ontology/imports", ".rq"),
    CATALOGUE("data", ".ttl"),
    REGISTER("data/register", ".ttl"),
    IDENTITY("data/identities", ".ttl"),
    CURATION("data/curation", ".ttl"),
    SOURCE("seeds", ".ttl"),
    READING("data/readings", ".trig");

    private final String folder;
    private final String extension;

    Role(String folder, String extension) {
      this.folder = folder;
      this.extension = extension;
    }

    /** Whether its files are Turtle or TriG. */
    public boolean holdsRdf() {
      return !extension.equals(".rq");
    }

    /** Whether its files lie one folder deeper, by area or register. */
    private int depth() {
      return this == QUESTION || this == IMPORT ? 2 : 1;
    }
  }

  /**
   * One file.
   *
   * @param role what it is for
   * @param name its path from the root, with slashes
   * @param path where it is
   */
  public record Item(Role role, String name, Path path) {

    /** Its bytes. */
    public byte[] bytes() {
      try {
        return Files.readAllBytes(path);
      } catch (IOException e) {
        throw new BadInputException(
            Position.of(name), "cannot be read: " + e.getMessage(), "check the file's permissions");
      }
    }

    /** Its text, which is to be in UTF-8. */
    public String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The file of the same name with another extension; it may be missing. */
    public Item beside(String extension) {
      String other = stem() + extension;
      return new Item(
          role, name.substring(0, name.lastIndexOf('/') + 1) + other, path.resolveSibling(other));
    }

    /** Whether there is such a file. */
    public boolean exists() {
      return Files.isRegularFile(path);
    }

    /** Its name without folder and extension. */
    public String stem() {
      String file = name.substring(name.lastIndexOf('/') + 1);
      return file.substring(0, file.lastIndexOf('.'));
    }
  }

  /** The content of a folder. */
  public static Content at(Path root) {
    if (!Files.isRegularFile(root.resolve("ontology/helix.ttl"))) {
      throw new BadInputException(
          Position.of(root.toString()),
          "is no Triple Helix folder: it has no ontology/helix.ttl",
          "give a folder that holds ontology, data and seeds");
    }
    return new Content(root);
  }

  /** The content that was packed into the program's jar or its classes. */
  public static Content embedded() {
    try {
      URI uri = Content.class.getResource("/content/ontology/helix.ttl").toURI();
      if (uri.getScheme().equals("jar")) {
        open(uri);
      }
      return new Content(Path.of(uri).getParent().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void open(URI jar) {
    try {
      FileSystems.newFileSystem(jar, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      return; // opened before and never closed: it lives as long as the program
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file by its path from the root, with slashes; it may be missing. */
  public Item file(Role role, String name) {
    return new Item(role, name, root.resolve(name));
  }

  /** All files, by role and then by name. */
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (Role role : Role.values()) {
      items.addAll(items(role));
    }
    return items;
  }

  /** The files of one role, by name. */
  public List<Item> items(Role role) {
    Path folder = root.resolve(role.folder);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.find(folder, role.depth(), (path, a) -> a.isRegularFile())) {
      return files
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(role.extension))
          .sorted()
          .map(name -> new Item(role, role.folder + "/" + name, folder.resolve(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
