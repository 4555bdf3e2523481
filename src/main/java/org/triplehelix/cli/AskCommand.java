package org.triplehelix.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Parameter;
import org.triplehelix.graph.Release;
import org.triplehelix.query.Question;
import org.triplehelix.query.Questions;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a saved question, or lists them all. */
@Command(
    name = "ask",
    description = "Answer a saved question; without a name, list all questions.",
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
  @Mixin private ContentOption content;
  @Mixin private CacheOption cache;
  @Mixin private StoreOption stored;

  @Parameters(
      paramLabel = "QUESTION-NAME",
      arity = "0..1",
      description = "Name of the question, as the list gives it.")
  private String name;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Value of a parameter, in place of its default.")
  private Map<String, String> values = Map.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, xml, csv or tsv. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    AnswerWriter writer = AnswerWriter.of(format);
    Content files = content.content();
    Questions questions = Questions.in(files);
    if (name == null) {
      list(questions);
      return Main.OK;
    }
    Question question = questions.named(name).orElseThrow(() -> unknown(questions));
    try (OpenStore store = stored.open()) {
      Release release = store.release(() -> cache.release(content, spec.commandLine().getErr()));
      Query query = question.query(values, release.prefixes());
      writer.write(name, query, release, store.store(), System.out);
    }
    return Main.OK;
  }

  private BadInputException unknown(Questions questions) {
    return new BadInputException(
        Position.of("ask"),
        "there is no question " + name,
        questions.list().isEmpty()
            ? "none is saved in ontology/questions/"
            : "did you mean " + String.join(", ", questions.near(name)) + "?");
  }

  private void list(Questions questions) {
    PrintWriter out = spec.commandLine().getOut();
    String area = "";
    for (Question question : questions.list()) {
      if (!question.area().equals(area)) {
        area = question.area();
        out.println(area);
      }
      out.println("  " + question.name() + parameters(question));
      out.println("    " + question.summaryZh());
      out.println("    " + question.summary());
    }
  }

  private static String parameters(Question question) {
    StringBuilder text = new StringBuilder();
    for (Parameter parameter : question.parameters()) {
      text.append(" --param ").append(parameter.name()).append('=');
      text.append(parameter.defaultValue());
    }
    return text.toString();
  }
}
