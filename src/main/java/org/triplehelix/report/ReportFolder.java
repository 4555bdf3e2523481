package org.triplehelix.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Nearest;

/**
 * A folder of reports, to be read and marked while a server adds to it. Reports and marks lie in
 * files of their own, so that neither waits for the other: {@code reports.jsonl} belongs to one
 * server, and marks are added to {@code marks.jsonl} by one program after the other.
 */
public final class ReportFolder {
  static final String REPORTS = "reports.jsonl";
  static final String MARKS = "marks.jsonl";
  private static final int NEAR = 3;

  private final Path folder;

  /**
   * A folder.
   *
   * @throws BadInputException if it is none
   */
  public ReportFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          Position.of(folder.toString()),
          "is no folder of reports",
          "give the one that serve has with --reports");
    }
    this.folder = folder;
  }

  /** All reports with their marks, the earliest first. */
  public List<FiledReport> all() {
    Map<Receipt, List<Mark>> marks = new HashMap<>();
    Lines.marks(folder.resolve(MARKS))
        .forEach(mark -> marks.computeIfAbsent(mark.receipt(), r -> new ArrayList<>()).add(mark));
    return Lines.reports(folder.resolve(REPORTS)).stream()
        .map(
            filed ->
                new FiledReport(
                    filed.receipt(),
                    filed.when(),
                    filed.release(),
                    filed.report(),
                    marks.getOrDefault(filed.receipt(), List.of())))
        .sorted(Comparator.comparing(FiledReport::receipt))
        .toList();
  }

  /**
   * The report with a receipt.
   *
   * @throws BadInputException if there is none
   */
  public FiledReport get(String receipt) {
    List<FiledReport> all = all();
    return Receipt.parse(receipt)
        .flatMap(parsed -> all.stream().filter(f -> f.receipt().equals(parsed)).findFirst())
        .orElseThrow(() -> unknown(receipt, all));
  }

  private BadInputException unknown(String receipt, List<FiledReport> all) {
    List<String> near =
        Nearest.of(receipt, all.stream().map(f -> f.receipt().toString()).toList(), NEAR);
    String what =
        Receipt.parse(receipt).isPresent()
            ? "is the receipt of no report here"
            : "is no receipt: its last letter does not fit, or it is not written as one";
    return new BadInputException(
        Position.of(receipt),
        what,
        near.isEmpty()
            ? "there are no reports in " + folder
            : "did you mean " + String.join(", ", near) + "?");
  }

  /**
   * Adds a mark.
   *
   * @throws BadInputException if it cannot be written
   */
  public void add(Mark mark) {
    Path file = folder.resolve(MARKS);
    try {
      FolderLock lock = FolderLock.of(folder.resolve("marks.lock"));
      try (Journal journal = Journal.open(file)) {
        journal.append(Lines.of(mark));
      } finally {
        lock.close();
      }
    } catch (IOException | NotStored e) {
      throw new BadInputException(
          Position.of(file.toString()),
          "the mark was not kept: " + e.getMessage(),
          "make room, or see whether the folder can be written");
    }
  }
}
