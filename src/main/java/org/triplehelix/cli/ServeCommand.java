package org.triplehelix.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.triplehelix.graph.Release;
import org.triplehelix.server.HelixServer;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the graph over HTTP until it is stopped. */
@Command(
    name = "serve",
    description = "Serve SPARQL, graphs and a page over HTTP. Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65535;
  private static final int MAX_TIMEOUT = 3600;

  @Mixin private ContentOption content;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3030",
      description = "Port to listen on, 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; 0.0.0.0 for all of this machine's. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "After how long a query is cancelled. Default: ${DEFAULT-VALUE}.")
  private int timeout;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    require(port >= 0 && port <= MAX_PORT, "--port", "give a number from 0 to " + MAX_PORT);
    require(
        timeout >= 1 && timeout <= MAX_TIMEOUT,
        "--timeout",
        "give 1 to " + MAX_TIMEOUT + " seconds");
    PrintWriter err = spec.commandLine().getErr();
    Release release = content.release(err);
    HelixServer server =
        HelixServer.start(
            release, new HelixServer.Options(host, port, Duration.ofSeconds(timeout)));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  err.println("Stopped.");
                }));
    err.println("Serving at http://" + address() + ":" + server.port() + "/ — Ctrl-C stops it.");
    server.join();
    return Main.OK;
  }

  private String address() {
    if (host.equals("127.0.0.1") || host.equals("0.0.0.0")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static void require(boolean holds, String option, String remedy) {
    if (!holds) {
      throw new BadInputException(Position.of(option), "is out of range", remedy);
    }
  }
}
