package org.triplehelix.store;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * How long the files of a generation were when it was made: one that is cut or lost would not fail
 * but answer as if less had been loaded.
 */
final class Sizes {
  private static final String FILE = "sizes.json";
  private static final String LOCK = "tdb.lock";
  private static final Gson GSON = new Gson();

  private Sizes() {}

  static void write(Path generation) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Store.data(generation))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(LOCK)) {
          sizes.put(generation.relativize(file).toString(), Files.size(file));
        }
      }
    }
    Files.writeString(generation.resolve(FILE), GSON.toJson(sizes));
  }

  /**
   * Demands that no file is cut or lost; of what an older program loaded that is not known.
   *
   * @throws BadInputException if one is
   */
  static void demandWhole(Path generation) throws IOException {
    Path file = generation.resolve(FILE);
    demand(Files.isDirectory(Store.data(generation)), Store.data(generation));
    demand(Files.isDirectory(Store.texts(generation)), Store.texts(generation));
    if (Files.exists(file)) {
      read(file)
          .forEach(
              (name, size) -> {
                Path one = generation.resolve(name);
                demand(one.toFile().length() >= size, one);
              });
    }
  }

  private static Map<String, Long> read(Path file) throws IOException {
    try {
      Map<String, Long> sizes =
          GSON.fromJson(Files.readString(file), new TypeToken<Map<String, Long>>() {});
      demand(sizes != null, file);
      return sizes;
    } catch (JsonParseException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  private static void demand(boolean holds, Path file) {
    if (!holds) {
      throw new BadInputException(
          Position.of(file.toString()), "is cut or lost", "load the store again");
    }
  }
}
