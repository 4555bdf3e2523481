package org.triplehelix.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.report.FiledReport;
import org.triplehelix.report.Mark;
import org.triplehelix.report.Report;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Nearest;

/** Writes reports in the format that the user chose. */
enum ReportWriter {
  TEXT {
    @Override
    void list(List<FiledReport> reports, PrintWriter out) {
      if (reports.isEmpty()) {
        out.println("No reports.");
        return;
      }
      int width = reports.stream().mapToInt(r -> about(r).length()).max().orElse(0);
      String line = "%-17s  %-9s  %-" + width + "s  %s%n";
      out.printf(line, "RECEIPT", "STATUS", "ABOUT", "WHAT");
      for (FiledReport report : reports) {
        out.printf(
            line, report.receipt(), report.status().label(), about(report), beginning(report));
      }
    }

    @Override
    void show(FiledReport report, PrintWriter out) {
      members(report)
          .forEach(
              (name, value) -> {
                if (!name.equals("marks") && !value.toString().isEmpty()) {
                  String text = plain(value.toString()).replace("\n", "\n         ");
                  out.printf("%-8s %s%n", name, text);
                }
              });
      for (Mark mark : report.marks()) {
        String note = mark.note().isEmpty() ? "" : ": " + plain(mark.note());
        out.println(mark.when() + " " + mark.status().label() + note);
      }
    }
  },
  JSON {
    @Override
    void list(List<FiledReport> reports, PrintWriter out) {
      out.println(Json.of(reports.stream().map(ReportWriter::members).toList()).toString().strip());
    }

    @Override
    void show(FiledReport report, PrintWriter out) {
      out.println(Json.of(members(report)).toString().strip());
    }
  },
  CSV {
    @Override
    void list(List<FiledReport> reports, PrintWriter out) {
      out.print("receipt,status,when,release,about,what,should,why,source,marked,note\r\n");
      for (FiledReport report : reports) {
        out.print(row(report) + "\r\n");
      }
    }

    @Override
    void show(FiledReport report, PrintWriter out) {
      list(List.of(report), out);
    }
  };

  private static final int WIDTH = 60;

  abstract void list(List<FiledReport> reports, PrintWriter out);

  abstract void show(FiledReport report, PrintWriter out);

  /** The writer of a format. */
  static ReportWriter of(String format) {
    List<String> known = Stream.of(values()).map(w -> w.name().toLowerCase()).toList();
    if (!known.contains(format)) {
      throw new BadInputException(
          Position.of("--format"),
          "there is no format " + format,
          Nearest.within(2, format, known)
              .map(near -> "did you mean " + near + "?")
              .orElse("give text, json or csv"));
    }
    return values()[known.indexOf(format)];
  }

  /** The name below the project's, which is long. */
  private static String about(FiledReport report) {
    return report.report().about().replaceFirst("^https://w3id.org/triplehelix/", "");
  }

  private static String beginning(FiledReport report) {
    String text = plain(report.report().what()).replaceAll("\\s+", " ");
    return text.length() > WIDTH ? text.substring(0, WIDTH).stripTrailing() + " …" : text;
  }

  /** Nothing in it moves the cursor or turns the direction of writing. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]", "\uFFFD");
  }

  private static Map<String, Object> members(FiledReport filed) {
    Report report = filed.report();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("receipt", filed.receipt().toString());
    members.put("status", filed.status().label());
    members.put("when", filed.when().toString());
    members.put("release", filed.release());
    members.put("about", report.about());
    members.put("what", report.what());
    members.put("should", report.should());
    members.put("why", report.why());
    members.put("source", report.source());
    members.put("marks", filed.marks().stream().map(ReportWriter::members).toList());
    return members;
  }

  private static Map<String, Object> members(Mark mark) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("status", mark.status().label());
    members.put("when", mark.when().toString());
    members.put("note", mark.note());
    return members;
  }

  private static String row(FiledReport filed) {
    Map<String, Object> members = members(filed);
    members.remove("marks");
    List<String> cells = new ArrayList<>(members.values().stream().map(Object::toString).toList());
    List<Mark> marks = filed.marks();
    cells.add(marks.isEmpty() ? "" : marks.get(marks.size() - 1).when().toString());
    cells.add(marks.isEmpty() ? "" : marks.get(marks.size() - 1).note());
    return cells.stream().map(ReportWriter::cell).collect(Collectors.joining(","));
  }

  /** Quoted, and never a formula of a spreadsheet, as strangers wrote it. */
  private static String cell(String text) {
    String harmless = Sheet.harmless(text);
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
