package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.cli.Commands.Result;
import org.triplehelix.cli.Commands.Server;

/** What is kept from one start to the next, of the release and of classes. */
class StartIT {
  private static final String HELIX = Commands.HOME.resolve("helix").toString();
  private static final Path JAR = Commands.HOME.resolve("target/triplehelix.jar");

  /** A training run takes what others leave of the processors. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final String BUILT = "built in";
  private static final String KEPT = "as built before";

  @TempDir Path folder;

  private Map<String, String> keeping(String more) {
    return Map.of(
        "TRIPLEHELIX_NO_CACHE",
        "",
        "XDG_CACHE_HOME",
        folder.resolve("cache").toString(),
        "JAVA_TOOL_OPTIONS",
        more);
  }

  private Path cache() {
    return folder.resolve("cache/triplehelix");
  }

  private Result export(String file, String... more) {
    List<String> command =
        new ArrayList<>(List.of(HELIX, "export", "--format", "nquads", "--output", file));
    command.addAll(List.of(more));
    return Commands.run(folder, keeping(""), command);
  }

  private List<Path> kept(String ending) throws IOException {
    if (!Files.isDirectory(cache())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache())) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "does not come");
      Thread.sleep(20);
    }
  }

  @Test
  void exportsAreTheSameBytesWithAndWithoutWhatIsKept() throws IOException {
    Result off = export("off.nq", "--no-cache");
    assertTrue(off.err().contains(BUILT), off.err());
    assertEquals(List.of(), kept(""));
    Result first = export("first.nq");
    assertTrue(first.err().contains(BUILT), first.err());
    Result second = export("second.nq");
    assertTrue(second.err().contains(KEPT), second.err());
    byte[] expected = Files.readAllBytes(folder.resolve("off.nq"));
    assertArrayEquals(expected, Files.readAllBytes(folder.resolve("first.nq")));
    assertArrayEquals(expected, Files.readAllBytes(folder.resolve("second.nq")));
    Files.writeString(kept(".release").get(0), "damaged");
    Result third = export("third.nq");
    assertEquals(0, third.code());
    assertTrue(third.err().contains(BUILT), third.err());
    assertFalse(third.err().contains("is not read"), third.err());
    assertArrayEquals(expected, Files.readAllBytes(folder.resolve("third.nq")));
  }

  private Result refused(Path home, String file, String damage) throws IOException {
    Path damaged = home.resolve(file);
    String whole = Files.readString(damaged);
    Files.writeString(damaged, whole + damage);
    Result run =
        Commands.run(
            folder, keeping(""), List.of(HELIX, "serve", "--port", "0", "--home", home.toString()));
    Files.writeString(damaged, whole);
    return run;
  }

  @Test
  void whatWasFoundSoundIsLookedAtAgainOnceItChanges() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    for (String part : List.of("ontology", "data", "seeds")) {
      Commands.run("cp", "-r", Commands.HOME.resolve(part).toString(), home.toString());
    }
    List<String> serve = List.of(HELIX, "serve", "--port", "0", "--home", home.toString());
    for (String told : List.of(BUILT, KEPT)) {
      try (Server server = new Server(keeping(""), serve).ready()) {
        assertTrue(server.said().contains(told), server.said());
        assertEquals(1, kept(".sound").size());
        assertEquals(143, server.signal("TERM"));
      }
    }
    for (String file :
        List.of(
            "questions/lessons/lessons-with-themes.rq",
            "networks/money.rq",
            "networks/kinds.csv")) {
      Result run = refused(home, "ontology/" + file, "\n}x,y,z\n");
      assertEquals(2, run.code(), run.err());
      assertTrue(run.err().contains(file.substring(file.lastIndexOf('/') + 1)), run.err());
    }
  }

  @Test
  void classesAreMappedOnEveryJdkOnceAServerHasStarted() throws Exception {
    for (Path jdk : Commands.jdks()) {
      String java = jdk.resolve("bin/java").toString();
      Path classes = folder.resolve(jdk.getFileName() + ".classes");
      String named = "-Dtriplehelix.classes=" + classes;
      List<String> serve = List.of("serve", "--port", "0", "--cache", cache().toString());
      List<String> command = new ArrayList<>(List.of(java, named, "-jar", JAR.toString()));
      command.addAll(serve);
      try (Server server = new Server(keeping(""), command).ready()) {
        await(() -> Files.exists(classes));
        assertEquals(143, server.signal("TERM"));
      }
      boolean aot = Commands.run(java, "-XX:AOTCache=/none", "--version").code() == 0;
      Path log = folder.resolve(jdk.getFileName() + ".log");
      Result run =
          Commands.run(
              java,
              (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + classes,
              "-Xlog:class+load:file=" + log,
              "-jar",
              JAR.toString(),
              "--version");
      assertEquals(0, run.code(), run.err());
      assertTrue(
          Files.readString(log).contains("org.triplehelix.cli.Main source: shared objects file"),
          "not mapped by " + jdk);
    }
  }

  @Test
  void launcherHasClassesMadeAndUsesThemAndPassesOverOthers() throws Exception {
    Path left = Files.createDirectories(cache()).resolve("17-1-1.classes.part");
    assertTrue(Files.writeString(left, "of a run before").toFile().setLastModified(0));
    Path young = Files.writeString(cache().resolve("17-2-2.classes.part"), "of a run beside");
    try (Server server = new Server(keeping(""), List.of(HELIX, "serve", "--port", "0")).ready()) {
      await(() -> isKept(".classes"));
      await(() -> !Files.exists(left));
      assertTrue(Files.exists(young));
      assertEquals(143, server.signal("TERM"));
      assertTrue(server.said().endsWith("Stopped.\n"), server.said());
    }
    Path log = folder.resolve("classes.log");
    List<String> version = List.of(HELIX, "--version");
    Result used = Commands.run(folder, keeping("-Xlog:class+load:file=" + log), version);
    assertTrue(used.out().startsWith("Triple Helix "), used.out());
    assertTrue(
        Files.readString(log).contains("org.triplehelix.cli.Main source: shared objects file"));
    Path classes = kept(".classes").get(0);
    Files.delete(classes);
    Files.writeString(classes, "of another jar and JDK");
    Result stale = Commands.run(folder, keeping(""), version);
    assertEquals(0, stale.code());
    assertEquals(used.out(), stale.out());
    assertFalse(stale.err().contains("rror"), stale.err());
    assertFalse(stale.err().contains("arning"), stale.err());
  }

  private boolean isKept(String ending) {
    try {
      return !kept(ending).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingStaysBehindWhenTheServerIsStoppedAtOnce() throws Exception {
    try (Server server = new Server(keeping(""), List.of(HELIX, "serve", "--port", "0")).ready()) {
      await(() -> server.handle().descendants().findAny().isPresent());
      List<ProcessHandle> training = server.handle().descendants().toList();
      assertEquals(130, server.signal("INT"));
      await(() -> training.stream().noneMatch(ProcessHandle::isAlive));
    }
    assertEquals(List.of(), kept(".part"));
    assertEquals(List.of(), kept(".classes"));
  }

  @Test
  void trainingEndsWithTheServerThatIsKilled() throws Exception {
    try (Server server = new Server(keeping(""), List.of(HELIX, "serve", "--port", "0")).ready()) {
      await(() -> server.handle().descendants().findAny().isPresent());
      List<ProcessHandle> training = server.handle().descendants().toList();
      server.signal("KILL");
      await(() -> training.stream().noneMatch(ProcessHandle::isAlive));
    }
    assertEquals(List.of(), kept(".part"));
    assertEquals(List.of(), kept(".classes"));
  }
}
