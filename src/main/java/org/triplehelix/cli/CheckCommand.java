package org.triplehelix.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.triplehelix.check.CheckReport;
import org.triplehelix.check.ContentCheck;
import org.triplehelix.check.Finding;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.query.QuestionCheck;
import org.triplehelix.query.Questions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = texts.orOf(content).folder();
    PrintWriter out = spec.commandLine().getOut();
    Content files = content.content();
    Built built = content.built(spec.commandLine().getErr());
    CheckReport report = ContentCheck.run(files, built, folder);
    Questions questions = Questions.in(files);
    List<Finding> findings = new ArrayList<>(report.findings());
    findings.addAll(QuestionCheck.run(questions, built.release()));
    findings.forEach(out::println);
    report.skipped().forEach(sentence -> out.println("Skipped: " + sentence));
    out.println(
        "Findings: "
            + findings.size()
            + ". Checked: shapes, checks, style, questions ("
            + questions.list().size()
            + "), documents ("
            + report.documents()
            + " of "
            + (report.documents() + report.skipped().size())
            + " at hand).");
    return findings.isEmpty() ? Main.OK : Main.FINDINGS;
  }
}
