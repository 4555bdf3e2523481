package org.triplehelix.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes of a running server in the form that Java maps into memory: an AOT cache, or a CDS
 * archive before Java 25. The launcher names the file, and uses it if it is there; if it is not, a
 * server that has started has it made by a training run, in a process of its own that ends with it.
 *
 * @param file of this very jar and JDK
 */
record ClassArchive(Path file) {
  /** Set by the launcher. */
  private static final String PROPERTY = "triplehelix.classes";

  private static final String EXTENSION = ".classes";
  private static final String LOCK = ".lock";
  private static final Pattern MEMORY_OPTION =
      Pattern.compile("-Xm[nsx].*|-XX:[+-]Use\\w+GC|-XX:\\w*(?:Heap|New|RAM)\\w*=.*");

  /** What a run writes before it ends. */
  private static final Pattern LEFT = Pattern.compile(".*\\.classes\\.part(\\.config)?");

  /** No run takes as long. */
  private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

  private static final int KEPT = 3;
  private static final int AOT_CACHES = 25;

  /** Less than that is left to the server. */
  private static final long LEAST_MEMORY = 2L << 30;

  /** What the launcher names. */
  static Optional<ClassArchive> named() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(name -> new ClassArchive(Path.of(name).toAbsolutePath()));
  }

  /**
   * Has it made if it is not there, and waits for that.
   *
   * @param arguments of the training run
   * @throws IOException if it cannot be made here
   */
  void make(List<String> arguments) throws IOException, InterruptedException {
    if (Files.exists(file) || memory() < LEAST_MEMORY) {
      return;
    }
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
            FileChannel.open(sibling(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null && !Files.exists(file)) {
        train(arguments);
      }
    }
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private Path sibling(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private void train(List<String> arguments) throws IOException, InterruptedException {
    TrainingRun run = new TrainingRun(unfinished());
    Path part = unfinished().get(0);
    try {
      if (run.run(command(part, arguments)) && Files.exists(part)) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        removeOld();
      }
    } finally {
      run.end();
    }
  }

  /** What is written, and what Java 25 notes down for that. */
  private List<Path> unfinished() {
    return List.of(sibling(".part"), sibling(".part.config"));
  }

  /** At a low priority, and with an input that ends when this process does. */
  private static ProcessBuilder command(Path part, List<String> arguments) {
    String output =
        Runtime.version().feature() < AOT_CACHES ? "ArchiveClassesAtExit" : "AOTCacheOutput";
    List<String> command = new ArrayList<>(List.of("nice", "-n", "10"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:" + output + "=" + part);
    command.addAll(memoryOptions());
    command.addAll(ContentOption.properties());
    command.addAll(List.of("-jar", System.getProperty("java.class.path")));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD);
  }

  /** Those of this process: what is kept under one collector is not all of use under another. */
  private static List<String> memoryOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(MEMORY_OPTION.asMatchPredicate())
        .toList();
  }

  /** More than are kept, and what runs for other jars or JDKs left when they were killed. */
  private void removeOld() throws IOException {
    List<Path> newestFirst = newestFirst();
    List<Path> old =
        newestFirst.stream()
            .filter(path -> path.toString().endsWith(EXTENSION))
            .skip(KEPT)
            .toList();
    for (Path path : old) {
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + LOCK));
    }
    for (Path path : newestFirst) {
      if (LEFT.matcher(path.toString()).matches() && age(path) > LONGEST_MILLIS) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** All that is in the folder. */
  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files
          .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed())
          .toList();
    }
  }

  private static long age(Path path) {
    return System.currentTimeMillis() - path.toFile().lastModified();
  }
}
