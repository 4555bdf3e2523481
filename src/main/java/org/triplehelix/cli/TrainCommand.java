package org.triplehelix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.server.pipeline.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Serves to itself an example of all that a server answers, and ends: what Java then knows of the
 * classes is what {@link ClassArchive} keeps. Ends at once when its input does, and then keeps
 * nothing.
 */
@Command(
    name = "train",
    description = "Serve examples to itself, for what Java learns from it.",
    hidden = true)
final class TrainCommand implements Callable<Integer> {
  /** What browsers and programs ask for. */
  private static final List<String> ACCEPTS = List.of("text/html", "*/*");

  private static final int PATIENCE_MILLIS = 60_000;

  @Mixin private ContentOption content;
  @Mixin private CacheOption cache;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    endWithInput();
    PrintWriter err = spec.commandLine().getErr();
    Content files = content.content();
    Questions questions = Questions.in(files);
    Release release = cache.release(content, err);
    Options options = Options.at("127.0.0.1", 0).with(NetworkViews.in(files));
    try (HelixServer server = HelixServer.start(release, questions, options)) {
      for (Route route : server.routes()) {
        ACCEPTS.forEach(accept -> get(server.port(), route.example(), accept));
      }
    }
    return Main.OK;
  }

  private static void endWithInput() {
    Thread watching =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                endAtOnce();
              }
            },
            "input");
    watching.setDaemon(true);
    watching.start();
  }

  /** Java would write down what it has learnt even when it is halted. */
  private static void endAtOnce() {
    try {
      new ProcessBuilder("kill", "-KILL", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Runtime.getRuntime().halt(Main.FAULT);
    }
  }

  /** Whatever the answer is: what counts is that it was made. */
  private static void get(int port, String path, String accept) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setRequestProperty("Accept", accept);
      connection.setReadTimeout(PATIENCE_MILLIS);
      boolean isGood = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
      try (InputStream answer =
          isGood ? connection.getInputStream() : connection.getErrorStream()) {
        answer.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
