package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.triplehelix.check.Brook;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Mutation;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;

/**
 * Files that are damaged by chance are read, or refused with file, line, what is wrong and what to
 * do. {@code -Dfuzz.files=N} damages more.
 */
class BrokenFilesTest {
  private static final int BUILDS = Integer.getInteger("fuzz.files", 60);
  private static final int CHECKS = 6;
  private static final List<String> FILES =
      List.of(
          "data/readings/brook.trig",
          "data/register/brook.ttl",
          "seeds/brook.ttl",
          "data/curation/brook.ttl",
          "ontology/fixture.ttl");
  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\bat (org|java)\\.|(org\\.apache|org\\.triplehelix|java)\\.\\w");
  private static final Pattern PLACE = Pattern.compile("(?m)^(data|seeds|ontology)/\\S+:\\d+");

  private interface Attempt {
    void on(Fixture files, String name, String damage) throws IOException;
  }

  private static void damaged(int first, int count, Attempt attempt) throws IOException {
    try (Brook brook = new Brook()) {
      Fixture files = brook.filesAndText();
      for (int seed = first; seed < first + count; seed++) {
        String name = FILES.get(seed % FILES.size());
        Path file = files.root().resolve(name);
        String text = Files.readString(file);
        Files.write(file, new Mutation(seed).of(text));
        attempt.on(files, name, name + " damaged by " + seed + ": ");
        Files.writeString(file, text);
      }
    }
  }

  @Test
  void theReaderTellsWhereAFileIsBroken() throws IOException {
    List<String> unclear = new ArrayList<>();
    int[] refused = new int[1];
    damaged(
        0,
        BUILDS,
        (files, name, damage) -> {
          try {
            ReleaseBuilder.build(Content.at(files.root()));
          } catch (BadInputException e) {
            refused[0]++;
            for (InputProblem problem : e.problems()) {
              boolean hasPlace =
                  FILES.contains(problem.position().file()) && problem.position().line() > 0;
              if (!hasPlace || INSIDE.matcher(problem.toString()).find()) {
                unclear.add("\n" + damage + problem);
              }
            }
          } catch (RuntimeException | StackOverflowError e) {
            unclear.add("\n" + damage + e + " at " + e.getStackTrace()[0]);
          }
        });
    assertTrue(unclear.isEmpty(), unclear.size() + " " + unclear);
    assertTrue(refused[0] > BUILDS / 2, refused[0] + " were refused");
  }

  @Test
  void checkTellsWhereAFileIsBroken() throws IOException {
    damaged(
        0,
        CHECKS,
        (files, name, damage) -> {
          Invocation check = Invocation.of(List.of("check", "--home", files.root().toString()));
          String told = check.out() + check.err();
          assertTrue(check.code() <= 2, damage + check.code() + told);
          assertFalse(INSIDE.matcher(told).find(), damage + told);
          assertTrue(check.code() == 0 || PLACE.matcher(told).find(), damage + told);
        });
  }
}
