package org.triplehelix.report;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/** Reports and marks as lines of JSON. */
final class Lines {
  private Lines() {}

  /** A line of a file. */
  private record Line(JsonObject json) {
    String text(String member) {
      return json.hasKey(member) ? json.getString(member) : "";
    }

    Receipt receipt() {
      return Receipt.parse(text("receipt"))
          .orElseThrow(() -> new IllegalArgumentException("no receipt"));
    }

    Instant when() {
      return Instant.parse(text("when"));
    }
  }

  static String of(FiledReport filed) {
    Report report = filed.report();
    Map<String, String> members = new LinkedHashMap<>();
    members.put("receipt", filed.receipt().toString());
    members.put("when", filed.when().toString());
    members.put("release", filed.release());
    members.put("about", report.about());
    members.put("what", report.what());
    members.put("should", report.should());
    members.put("why", report.why());
    members.put("source", report.source());
    return line(members);
  }

  static String of(Mark mark) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("receipt", mark.receipt().toString());
    members.put("status", mark.status().label());
    members.put("note", mark.note());
    members.put("when", mark.when().toString());
    return line(members);
  }

  private static String line(Map<String, String> members) {
    JsonObject json = new JsonObject();
    members.entrySet().stream()
        .filter(member -> !member.getValue().isEmpty())
        .forEach(member -> json.put(member.getKey(), member.getValue()));
    IndentedLineBuffer out = new IndentedLineBuffer();
    out.setFlatMode(true);
    json.output(out);
    return out.asString();
  }

  /** The reports in a file, none of them marked. */
  static List<FiledReport> reports(Path file) {
    return read(
        file,
        line ->
            new FiledReport(
                line.receipt(),
                line.when(),
                line.text("release"),
                new Report(
                    line.text("about"),
                    line.text("what"),
                    line.text("should"),
                    line.text("why"),
                    line.text("source")),
                List.of()));
  }

  /** The marks in a file, in the order in which they were set. */
  static List<Mark> marks(Path file) {
    return read(
        file,
        line ->
            new Mark(
                line.receipt(),
                Status.of(line.text("status")).orElseThrow(IllegalArgumentException::new),
                line.text("note"),
                line.when()));
  }

  private static <T> List<T> read(Path file, Function<Line, T> reader) {
    List<T> all = new ArrayList<>();
    for (String line : Journal.lines(file)) {
      try {
        all.add(reader.apply(new Line(JSON.parse(line))));
      } catch (JsonException | DateTimeException | IllegalArgumentException e) {
        throw new BadInputException(
            new Position(file.toString(), all.size() + 1, 0),
            "is damaged",
            "put the line back as it was, from a copy of the file; nothing else writes to it");
      }
    }
    return all;
  }
}
