package org.triplehelix.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.triplehelix.check.Coverage;
import org.triplehelix.check.CoverageGap;
import org.triplehelix.check.CoverageReport;
import org.triplehelix.check.CoverageReport.Contents;
import org.triplehelix.check.CoverageReport.Counts;
import org.triplehelix.graph.Built;
import org.triplehelix.source.DocumentFolder;
import org.triplehelix.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells which sentences, numbers and names of the documents were not read. */
@Command(
    name = "coverage",
    description = "Tell which sentences, numbers and names of the documents were not read.",
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
  private static final String ROW = "%-18s %8s %12s %12s %8s %8s %10s %8s %10s%n";

  @Mixin private ContentOption content;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..1",
      description = "One source, as london-beijing. Default: all.")
  private String source;

  @Mixin private TextsOption texts;

  @Option(names = "--summary", description = "Show the table only.")
  private boolean summary;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DocumentFolder documents = texts.orOf(content);
    Built built = content.built(spec.commandLine().getErr());
    Coverage coverage = new Coverage(built, documents);
    List<CoverageReport> reports =
        source == null ? coverage.reports() : List.of(coverage.report(source));
    PrintWriter out = spec.commandLine().getOut();
    table(out, reports);
    if (!summary) {
      reports.forEach(report -> gaps(out, report, built.release().prefixes()));
    }
    out.flush();
    return reports.stream().allMatch(r -> r.gaps().isEmpty()) ? Main.OK : Main.FINDINGS;
  }

  private static void table(PrintWriter out, List<CoverageReport> reports) {
    out.printf(
        Locale.ROOT,
        ROW,
        "source",
        "passages",
        "statements",
        "no statement",
        "unread",
        "numbers",
        "uncovered",
        "names",
        "left out");
    reports.forEach(report -> row(out, report));
    for (CoverageReport report : reports) {
      notes(out, report);
    }
  }

  private static void row(PrintWriter out, CoverageReport report) {
    Counts counts = report.counts();
    out.printf(
        Locale.ROOT,
        ROW,
        report.source(),
        counts.passages(),
        counts.read(),
        counts.excused(),
        counts.open(),
        report.contents().map(c -> Integer.toString(c.numbers())).orElse("?"),
        report.contents().map(c -> Integer.toString(c.uncovered())).orElse("?"),
        report.contents().map(c -> Integer.toString(c.names())).orElse("?"),
        report.contents().map(c -> Integer.toString(c.unnamed())).orElse("?"));
  }

  private static void notes(PrintWriter out, CoverageReport report) {
    Counts counts = report.counts();
    if (counts.excused() > 0) {
      String excused =
          report.contents().map(Contents::excused).map(n -> "; numbers in them: " + n).orElse("");
      out.println(report.source() + ": no statement for " + shares(counts) + excused);
    }
    report
        .notice()
        .ifPresent(
            notice ->
                out.println(
                    report.source() + ": numbers and names were not looked for: " + notice));
  }

  private static String shares(Counts counts) {
    return counts.reasons().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    "%s %d (%.1f%%)",
                    e.getKey().toLowerCase(Locale.ROOT),
                    e.getValue(),
                    100.0 * e.getValue() / counts.passages()))
        .collect(Collectors.joining(", "));
  }

  private static void gaps(PrintWriter out, CoverageReport report, Prefixes prefixes) {
    Node passage = null;
    for (CoverageGap gap : report.gaps()) {
      if (!gap.passage().equals(passage)) {
        passage = gap.passage();
        out.printf("%n%s  %s%n", prefixes.abbreviate(passage.getURI()), gap.position());
      }
      out.println("    " + gap.what() + "; " + gap.remedy());
    }
  }
}
