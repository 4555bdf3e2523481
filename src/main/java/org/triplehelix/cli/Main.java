package org.triplehelix.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.sys.JenaSystem;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The entry point: picks the command and turns failures into messages and exit codes. */
@Command(
    name = "helix",
    description = "A knowledge graph of innovation ecosystems, and its server.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit codes: 0 fine, 1 findings, 2 bad input, 3 a fault of the program."})
public final class Main {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          TrainCommand.class,
          ExportCommand.class,
          QueryCommand.class,
          AskCommand.class,
          WhyCommand.class,
          CheckCommand.class,
          CoverageCommand.class,
          DiffCommand.class,
          SegmentCommand.class,
          ReportsCommand.class,
          ReleaseCommand.class,
          ImportCommand.class,
          LoadCommand.class,
          StoreCommand.class,
          PublishCommand.class);

  /** Fine. */
  static final int OK = 0;

  /** There is something to mend. */
  static final int FINDINGS = 1;

  /** The input cannot be used. */
  static final int BAD_INPUT = 2;

  /** Not the user's fault. */
  static final int FAULT = 3;

  /** Set it to anything to see where a fault of the program came from. */
  private static final String TRACE = "TRIPLEHELIX_TRACE";

  /** Held here, for a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs a command and ends the program. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    JenaSystem.init();
    LUCENE.setLevel(Level.SEVERE);
    CommandLine commandLine =
        commandLine(
            commands(arguments),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    if (arguments.length == 0) {
      commandLine.usage(commandLine.getErr());
      return BAD_INPUT;
    }
    try {
      return commandLine.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return fault(e, commandLine.getErr());
    }
  }

  /** The one that is named first, for reading the options of all takes longer than Jena's start. */
  private static List<Class<?>> commands(String[] arguments) {
    return COMMANDS.stream()
        .filter(type -> arguments.length > 0 && name(type).equals(arguments[0]))
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** The commands, with where they answer and where they tell how it goes. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return commandLine(COMMANDS, out, err);
  }

  private static CommandLine commandLine(
      List<Class<?>> commands, PrintWriter out, PrintWriter err) {
    CommandLine all = new CommandLine(new Main());
    commands.forEach(type -> all.addSubcommand(name(type), type));
    return all.setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((e, command, result) -> failure(e, command));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** A full disk or a closed pipe is told only to those who ask. */
  static void demandWritten(PrintStream out) {
    if (out.checkError()) {
      throw new BadInputException(
          Position.of("standard output"), "cannot be written", "see whether the disk is full");
    }
  }

  private static int failure(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof BadInputException bad) {
      bad.problems().stream().map(InputProblem::toString).forEach(err::println);
      return BAD_INPUT;
    }
    return fault(e, err);
  }

  private static int fault(Throwable e, PrintWriter err) {
    err.println("A fault of the program, not yours: " + e);
    err.println("Please report it, with what you did. " + TRACE + "=1 shows where it happened.");
    if (System.getenv(TRACE) != null) {
      e.printStackTrace(err);
    }
    return FAULT;
  }

  /** Tells what only those want to know who ask for it. */
  static void trace(String told, PrintWriter err) {
    if (System.getenv(TRACE) != null) {
      err.println(told);
    }
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Triple Helix " + number()};
    }

    /** The number alone. */
    String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "(not packaged)" : version;
    }
  }
}
