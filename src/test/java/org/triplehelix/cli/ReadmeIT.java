package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.triplehelix.cli.Commands.Result;
import org.triplehelix.cli.Commands.Server;

/** The README's commands do what it says; only the port is another. */
class ReadmeIT {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```sh\\n(.*?)^```\\n(?:\\n```\\n(.*?)^```\\n)?");

  /** A command of the README, with the answer printed below it. */
  private record Example(String command, String answer) {}

  private static List<Example> examples() throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(Path.of("README.md")));
    List<Example> examples = new ArrayList<>();
    while (matcher.find()) {
      examples.add(new Example(matcher.group(1), matcher.group(2)));
    }
    return examples;
  }

  @Test
  void commandsRunAndAnswersAreTheOnesPrinted() throws IOException, InterruptedException {
    String port = Integer.toString(Commands.freePort());
    int answers = 0;
    int servers = 0;
    try (Server server = new Server(List.of("./helix", "serve", "--port", port))) {
      server.ready();
      for (Example example : examples()) {
        String command = example.command().replace("3030", port).strip();
        if (command.contains(" serve")) {
          servers += serves(command) ? 1 : 0;
        } else if (!command.equals("mvn verify")) {
          Result run = Commands.shell(command);
          assertEquals(0, run.code(), command + "\n" + run.err());
          if (example.answer() != null) {
            answers++;
            assertEquals(example.answer(), run.out().replace("\r\n", "\n"), command);
          }
        }
      }
    } finally {
      Files.deleteIfExists(Path.of("g.nq"));
      Files.deleteIfExists(Path.of("triplehelix.nq.gz"));
    }
    assertEquals(9, answers);
    assertEquals(2, servers);
  }

  /** The server is there already: the same command must find its port taken, or take its own. */
  private static boolean serves(String command) throws IOException, InterruptedException {
    String own = command.replaceAll(" --port \\d+", "") + " --port 0";
    try (Server server = new Server(List.of("sh", "-c", "exec " + own))) {
      server.ready();
      assertTrue(server.said().contains("Ctrl-C stops it"), server.said());
      return true;
    }
  }

  @Test
  void everyFolderAndPathItNamesIsThere() throws IOException {
    Matcher folders =
        Pattern.compile("(?m)^\\| `([a-z]+/)` \\|").matcher(Files.readString(Path.of("README.md")));
    int found = 0;
    while (folders.find()) {
      found++;
      assertTrue(Files.isDirectory(Path.of(folders.group(1))), folders.group(1));
    }
    assertEquals(5, found);
  }
}
