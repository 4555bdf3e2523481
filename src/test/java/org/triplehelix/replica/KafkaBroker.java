package org.triplehelix.replica;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A broker of Apache Kafka in a process of its own, which can be killed and started again. */
public final class KafkaBroker implements AutoCloseable {
  private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qk";
  private static final int ENOUGH = 1_200;

  private final Path folder;
  private final Path settings;
  private final int port;
  private Process process;

  /** Starts a broker that keeps its files in a folder. */
  public KafkaBroker(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    port = freePort();
    int controller = freePort();
    settings = folder.resolve("server.properties");
    Files.writeString(
        settings,
        String.join(
            "\n",
            "process.roles=broker,controller",
            "node.id=1",
            "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
            "controller.listener.names=CONTROLLER",
            "controller.quorum.voters=1@127.0.0.1:" + controller,
            "log.dirs=" + folder.resolve("log"),
            "transaction.state.log.num.partitions=1",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "auto.create.topics.enable=false",
            ""));
    Process format =
        java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString());
    if (format.waitFor() != 0) {
      throw new IOException("no broker: " + Files.readString(folder.resolve("out.txt")));
    }
    start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Only what the broker needs: others bring parts that get in its way. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar") && !path.contains("gephi"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Process java(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out.txt").toFile()))
        .start();
  }

  /** Starts it, with what it kept. */
  public void start() throws IOException, InterruptedException {
    process = java("kafka.Kafka", settings.toString());
    for (int tries = 0; !isListening(); tries++) {
      if (tries > ENOUGH || !process.isAlive()) {
        throw new IOException("no broker: " + Files.readString(folder.resolve("out.txt")));
      }
      Thread.sleep(100);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** A log of this broker. */
  public LogAddress log(String topic) {
    return LogAddress.of("kafka://127.0.0.1:" + port + "/" + topic);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
