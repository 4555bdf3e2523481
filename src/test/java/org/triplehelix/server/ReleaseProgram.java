package org.triplehelix.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.triplehelix.export.ReleasePublisher;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFile;
import org.triplehelix.graph.ReleaseFolder;

/**
 * A program that goes on until it is killed: {@code publish FOLDER CONTENT DUMP…} publishes
 * releases in turn and tells each as soon as it is there, {@code serve FOLDER} serves the last one
 * and tells its port.
 */
final class ReleaseProgram {
  private ReleaseProgram() {}

  public static void main(String[] arguments) {
    ReleaseFolder folder = new ReleaseFolder(Path.of(arguments[1]));
    if (arguments[0].equals("serve")) {
      Options options = Options.at("127.0.0.1", 0).lookingEvery(Duration.ofMillis(50));
      HelixServer server = HelixServer.start(folder, options);
      System.out.print(server.port() + "\n");
      server.join();
      return;
    }
    Content content = Content.at(Path.of(arguments[2]));
    List<Release> releases = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      releases.add(ReleaseFile.read(Path.of(arguments[i])));
    }
    for (int i = 0; true; i++) {
      Release next = releases.get(i % releases.size());
      System.out.print(
          new ReleasePublisher(folder).publish(next, content).release().path().getFileName()
              + "\n");
    }
  }

  /** Starts it in a process of its own. */
  static Process start(List<String> arguments) throws IOException {
    return start("", arguments);
  }

  /** The same, with what is to come before it in the shell. */
  static Process start(String before, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                before + " exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReleaseProgram.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
