package org.triplehelix.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.check.Finding;
import org.triplehelix.graph.Release;
import org.triplehelix.source.Position;

/** Asks every saved question and compares its answer with the one that was read beforehand. */
public final class QuestionCheck {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final String NAME = "question-answer";

  private QuestionCheck() {}

  /** The questions that are not answered as their CSV files say. */
  public static List<Finding> run(Questions questions, Release release) {
    DatasetGraph dataset = ReleaseDataset.of(release, TIME_LIMIT);
    List<Finding> findings = new ArrayList<>();
    for (Question question : questions.list()) {
      difference(question, release, dataset).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> difference(
      Question question, Release release, DatasetGraph dataset) {
    String file = question.expected().name();
    try {
      Answer answer =
          Answer.of(question.query(Map.of(), release.prefixes()), dataset, release.prefixes());
      return difference(
          file, question.expected().text().lines().toList(), answer.toCsv().lines().toList());
    } catch (QueryException e) {
      return Optional.of(
          finding(Position.of(file), "the question is not answered: " + e.getMessage()));
    }
  }

  private static Optional<Finding> difference(
      String file, List<String> expected, List<String> answered) {
    for (int i = 0; i < Math.max(expected.size(), answered.size()); i++) {
      String read = i < expected.size() ? expected.get(i) : "no more rows";
      String answer = i < answered.size() ? answered.get(i) : "no more rows";
      if (!read.equals(answer)) {
        return Optional.of(
            finding(
                new Position(file, i + 1, 1), "expected " + read + ", the answer is " + answer));
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Position position, String what) {
    return new Finding(
        position, what, "find out who is wrong: the reading, the query or the expectation", NAME);
  }
}
