package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {
  @TempDir Path folder;

  private Invocation run(Path from, String to, String date) {
    return Invocation.of(List.of("import", "ror", from.toString(), "--output", to, "--date", date));
  }

  @Test
  void whatIsReadIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("ror.json"), "[]");
    Invocation run = run(file, folder + "/../" + folder.getFileName() + "/ror.json", "2026-06-23");
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("is what is read"), run.err());
    assertEquals("[]", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-31", "2026-13-01", "26-01-01", "yesterday", "+12026-01-01"})
  void aDateThatIsNoneIsRefused(String date) throws IOException {
    Path file = Files.writeString(folder.resolve("ror.json"), "[]");
    Invocation run = run(file, folder.resolve("ror.nq").toString(), date);
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("is no date"), run.err());
  }
}
