package org.triplehelix.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * What a generation of a store holds, as the load counted it.
 *
 * @param files that were loaded
 * @param release whether a release is among it
 * @param layers the graphs beside a release, with how many statements each has
 * @param statements in all
 * @param texts that full text finds
 */
public record Contents(
    List<String> files, boolean release, Map<String, Long> layers, long statements, long texts) {
  private static final String FILE = "contents.json";
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  void write(Path generation) throws IOException {
    Files.writeString(generation.resolve(FILE), GSON.toJson(this) + "\n");
  }

  static Contents read(Path generation) {
    Path file = generation.resolve(FILE);
    try {
      Contents contents = GSON.fromJson(Files.readString(file), Contents.class);
      if (contents != null && contents.files() != null && contents.layers() != null) {
        return contents;
      }
    } catch (IOException | JsonParseException e) {
      throw damaged(file);
    }
    throw damaged(file);
  }

  private static BadInputException damaged(Path file) {
    return new BadInputException(
        Position.of(file.toString()), "is damaged or cannot be read", "load the store again");
  }
}
