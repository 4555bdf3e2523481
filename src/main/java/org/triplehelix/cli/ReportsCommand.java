package org.triplehelix.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.triplehelix.report.FiledReport;
import org.triplehelix.report.Mark;
import org.triplehelix.report.ReportFolder;
import org.triplehelix.report.Status;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads what readers report, and marks what becomes of it. */
@Command(
    name = "reports",
    description = "Read the errors that readers report, and mark what becomes of them.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A server may run meanwhile. Nothing is ever overwritten: a mark is added to the earlier ones."
    })
final class ReportsCommand implements Runnable {
  private static final int LONGEST_NOTE = 4_000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing required subcommand: list, show or mark");
  }

  @Command(
      name = "list",
      description = "List the reports, the earliest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--reports",
              paramLabel = "DIR",
              required = true,
              description = "Folder with the reports.")
          Path folder,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description =
                  "Only those with this status: open, accepted, declined, duplicate, done.")
          String status,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text, json or csv. Default: ${DEFAULT-VALUE}.")
          String format) {
    ReportWriter writer = ReportWriter.of(format);
    Status only = status == null ? null : status(status, "--status");
    List<FiledReport> reports =
        new ReportFolder(folder)
            .all().stream().filter(report -> only == null || report.status() == only).toList();
    writer.list(reports, spec.commandLine().getOut());
    Main.demandWritten(System.out);
    return Main.OK;
  }

  @Command(
      name = "show",
      description = "Show a report with its marks.",
      mixinStandardHelpOptions = true)
  int show(
      @Option(
              names = "--reports",
              paramLabel = "DIR",
              required = true,
              description = "Folder with the reports.")
          Path folder,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text, json or csv. Default: ${DEFAULT-VALUE}.")
          String format,
      @Parameters(paramLabel = "RECEIPT", description = "Its number, as 2026-11-20-0001-X.")
          String receipt) {
    ReportWriter writer = ReportWriter.of(format);
    writer.show(new ReportFolder(folder).get(receipt), spec.commandLine().getOut());
    Main.demandWritten(System.out);
    return Main.OK;
  }

  @Command(
      name = "mark",
      description = "Mark what becomes of a report.",
      mixinStandardHelpOptions = true)
  int mark(
      @Option(
              names = "--reports",
              paramLabel = "DIR",
              required = true,
              description = "Folder with the reports.")
          Path folder,
      @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why.")
          String note,
      @Parameters(index = "0", paramLabel = "RECEIPT", description = "The report's number.")
          String receipt,
      @Parameters(
              index = "1",
              paramLabel = "STATUS",
              description = "open, accepted, declined, duplicate or done.")
          String label) {
    Status status = status(label, "STATUS");
    if (note.length() > LONGEST_NOTE) {
      throw new BadInputException(
          Position.of("--note"),
          "has more than " + LONGEST_NOTE + " characters",
          "write a shorter one");
    }
    ReportFolder reports = new ReportFolder(folder);
    FiledReport report = reports.get(receipt);
    reports.add(
        new Mark(report.receipt(), status, note, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    spec.commandLine().getErr().println(report.receipt() + " is " + status.label() + ".");
    return Main.OK;
  }

  private static Status status(String label, String where) {
    return Status.of(label)
        .orElseThrow(
            () ->
                new BadInputException(
                    Position.of(where),
                    "there is no status " + label,
                    Nearest.within(2, label, Status.labels())
                        .map(near -> "did you mean " + near + "?")
                        .orElse(
                            "give one of "
                                + Status.labels().stream().collect(Collectors.joining(", ")))));
  }
}
