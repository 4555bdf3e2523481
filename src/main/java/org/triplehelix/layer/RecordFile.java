package org.triplehelix.layer;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.FileFault;
import org.triplehelix.source.Position;

/**
 * The records of a register's file, one after the other: JSON objects in one list, or one on each
 * line; the file itself, or packed by gzip or zip. At no time more than one record is held.
 */
final class RecordFile {
  /** Characters; the longest record of the Research Organization Registry has some 100,000. */
  private static final int LONGEST = 8_000_000;

  private static final String AGAIN = "get the file again, whole";

  private final Path file;

  RecordFile(Path file) {
    this.file = file;
  }

  /**
   * Hands on each member of the list, whatever it is.
   *
   * @throws BadInputException if the file cannot be read or is no JSON; what came before was handed
   *     on
   */
  void read(Consumer<JsonElement> records) {
    try {
      if (file.getFileName().toString().endsWith(".zip")) {
        readPacked(records);
      } else {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          read(file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, records);
        }
      }
    } catch (MalformedJsonException e) {
      throw bad("is no JSON: " + fault(e));
    } catch (CharacterCodingException e) {
      throw bad("is not in UTF-8");
    } catch (IOException e) {
      throw bad("cannot be read: " + FileFault.of(e));
    }
  }

  /** What it is and where, without advice for programmers and the path of a thousand brackets. */
  private static String fault(MalformedJsonException e) {
    return e.getMessage()
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("Use JsonReader.* to accept malformed JSON ", "")
        .replaceFirst(" path \\$.*", "");
  }

  /** A packed release may hold the records in an older schema and as CSV too. */
  private void readPacked(Consumer<JsonElement> records) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<ZipEntry> found = new ArrayList<>();
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        if (entry.getName().endsWith(".json") && !entry.getName().contains("__MACOSX")) {
          found.add(entry);
        }
      }
      if (found.size() > 1) {
        found.removeIf(entry -> !entry.getName().contains("schema_v2"));
      }
      if (found.size() != 1) {
        throw bad("holds no file .json, or several and not one of them of schema_v2");
      }
      try (InputStream in = zip.getInputStream(found.get(0))) {
        read(in, records);
      }
    }
  }

  private void read(InputStream in, Consumer<JsonElement> records) throws IOException {
    Bounded text =
        new Bounded(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), LONGEST);
    try (JsonReader json = new JsonReader(text)) {
      json.setStrictness(Strictness.LENIENT); // several values, one after the other
      if (json.peek() == JsonToken.BEGIN_ARRAY) {
        json.setStrictness(Strictness.STRICT);
        json.beginArray();
        while (json.hasNext()) {
          records.accept(next(json, text));
        }
        json.endArray();
        if (json.peek() != JsonToken.END_DOCUMENT) {
          throw bad("goes on behind the end of its list");
        }
        return;
      }
      while (json.peek() != JsonToken.END_DOCUMENT) {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
          throw bad("is no list of records in JSON");
        }
        records.accept(next(json, text));
      }
    }
  }

  private JsonElement next(JsonReader json, Bounded text) throws IOException {
    text.begin();
    try {
      return JsonParser.parseReader(json);
    } catch (JsonParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new MalformedJsonException(String.valueOf(e.getMessage()));
    }
  }

  private BadInputException bad(String what) {
    return new BadInputException(Position.of(file.toString()), what, AGAIN);
  }

  /** Ends the reading of a record that would fill the memory. */
  private static final class Bounded extends FilterReader {
    private final int most;
    private long since;

    Bounded(Reader in, int most) {
      super(in);
      this.most = most;
    }

    void begin() {
      since = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      since += count;
      if (since > most) {
        throw new IOException("a record has more than " + most + " characters");
      }
      return count;
    }
  }
}
