package org.triplehelix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.triplehelix.layer.LayerImport;
import org.triplehelix.layer.Register;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a release of a register of others into a layer. */
@Command(
    name = "import",
    description =
        "Turn a release of a register, as the Research Organization Registry, into a graph of its"
            + " own that can be loaded beside what was read.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  /** As in v2.9-2026-06-23-ror-data.zip. */
  private static final Pattern NAMED =
      Pattern.compile("v(\\d+(?:\\.\\d+)+)-(\\d{4}-\\d{2}-\\d{2})-.*");

  @Mixin private ContentOption content;

  @Parameters(index = "0", paramLabel = "REGISTER", description = "The register: ror.")
  private String register;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "A release of it, .json or .zip; .gz and one record on each line will do too.")
  private List<Path> files;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "N-Quads are written here, packed if the name ends with .gz.")
  private String output;

  @Option(
      names = "--version-of-register",
      paramLabel = "VERSION",
      defaultValue = "",
      description = "Which release it is, if the name of the file does not tell it.")
  private String version;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      defaultValue = "",
      description = "Since when there is this release, as 2026-06-23.")
  private String date;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!date.isEmpty() && !isDate(date)) {
      throw new BadInputException(
          Position.of("--date"), "is no date", "give year, month and day, as 2026-06-23");
    }
    if (files.stream().anyMatch(file -> absolute(file).equals(absolute(Path.of(output))))) {
      throw new BadInputException(
          Position.of(output), "is what is read", "give another file to be written");
    }
    PrintWriter err = spec.commandLine().getErr();
    Register known = Register.named(register, content.content());
    Progress progress = new Progress("records", err);
    AtomicReference<LayerImport.Outcome> outcome = new AtomicReference<>();
    Output.to(output, out -> outcome.set(write(known, out, progress, err)), err);
    LayerImport.Outcome done = outcome.get();
    err.printf(
        Locale.ROOT,
        "Read %,d %s: %,d taken, %,d left out; %,d statements.%n",
        done.read(),
        progress.rate(done.read()),
        done.taken(),
        done.left(),
        done.statements());
    return done.left() == 0 ? Main.OK : Main.FINDINGS;
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private LayerImport.Outcome write(
      Register known, OutputStream out, Progress progress, PrintWriter err) throws IOException {
    OutputStream packed = output.endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    LayerImport.Outcome done =
        LayerImport.write(known, files, edition(), packed, new Told(progress, err));
    if (packed instanceof GZIPOutputStream gzip) {
      gzip.finish();
    }
    return done;
  }

  /** No 31 February: it would stand in the layer as a date that is none. */
  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** What is said here, else what the name of the file says. */
  private LayerImport.Edition edition() {
    Matcher named = NAMED.matcher(files.get(0).getFileName().toString());
    boolean tells = named.matches() && isDate(named.group(2));
    return new LayerImport.Edition(
        version.isEmpty() && tells ? named.group(1) : version,
        date.isEmpty() && tells ? named.group(2) : date);
  }

  /** Lists what is left out, below each other, and how far it is. */
  private record Told(Progress progress, PrintWriter err) implements LayerImport.Watcher {
    @Override
    public void left(LayerImport.Bad bad) {
      progress.clear();
      err.println(
          "record "
              + bad.number()
              + (bad.id().isEmpty() ? "" : " " + printable(bad.id()))
              + ": "
              + printable(bad.reason()));
    }

    @Override
    public void read(long records) {
      progress.at(records);
    }

    /** Whatever a file holds moves no cursor. */
    private static String printable(String text) {
      String plain = text.replaceAll("\\p{Cntrl}", "?");
      return plain.length() <= 300 ? plain : plain.substring(0, 300) + "…";
    }
  }
}
