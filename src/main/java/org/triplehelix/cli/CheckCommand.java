package org.triplehelix.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.triplehelix.check.CheckReport;
import org.triplehelix.check.ContentCheck;
import org.triplehelix.check.Finding;
import org.triplehelix.export.ValidationReportExport;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.QuestionCheck;
import org.triplehelix.query.Questions;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what is wrong with the hand-written files. */
@Command(
    name = "check",
    description =
        "Check shapes, checks, style, and digests and wordings where the documents are at hand.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private ContentOption content;

  @Mixin private TextsOption texts;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "File to write what is found to, as a SHACL validation report in Turtle.")
  private String report;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    demandFile();
    Path folder = texts.orOf(content).folder();
    PrintWriter out = spec.commandLine().getOut();
    Content files = content.content();
    Built built = content.built(spec.commandLine().getErr());
    CheckReport checked = ContentCheck.run(files, built, folder);
    Questions questions = Questions.in(files);
    NetworkViews networks = NetworkViews.in(files);
    List<Finding> findings = new ArrayList<>(checked.findings());
    findings.addAll(QuestionCheck.run(questions, built.release()));
    findings.forEach(out::println);
    checked.skipped().forEach(sentence -> out.println("Skipped: " + sentence));
    out.println(
        "Findings: "
            + findings.size()
            + ". Checked: shapes, checks, style, questions ("
            + questions.list().size()
            + "), networks ("
            + networks.list().size()
            + "), documents ("
            + checked.documents()
            + " of "
            + (checked.documents() + checked.skipped().size())
            + " at hand).");
    if (report != null) {
      Output.to(
          report,
          stream ->
              ValidationReportExport.write(findings, files, built.release().prefixes(), stream),
          spec.commandLine().getErr());
    }
    return findings.isEmpty() ? Main.OK : Main.FINDINGS;
  }

  /** Standard output holds what people read. */
  private void demandFile() {
    if (Output.STANDARD.equals(report)) {
      throw new BadInputException(
          Position.of("--report"),
          "standard output holds the findings as text",
          "give a file for the report");
    }
  }
}
