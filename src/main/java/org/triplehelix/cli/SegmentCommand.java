package org.triplehelix.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.Position;
import org.triplehelix.source.SeedDraft;
import org.triplehelix.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts the passages of a new document. */
@Command(
    name = "segment",
    description = "Draft the seed file of a document: its sections and passages.",
    mixinStandardHelpOptions = true)
final class SegmentCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]{1,7}");

  @Parameters(paramLabel = "FILE", description = "The document: plain text in UTF-8.")
  private Path file;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Name of the source, as london-beijing. Default: the file's name.")
  private String source;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "Prefix of its passages, as lb. Default: the initials of the name.")
  private String prefix;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write. Default: standard output.")
  private String output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DocumentText document = DocumentText.read(file);
    String fileName = file.getFileName().toString();
    if (document.length() == 0) {
      throw new BadInputException(
          Position.of(file.toString()), "holds no text", "give a file with the document's text");
    }
    String name = source == null ? fileName.replaceFirst("\\.[^.]*$", "") : source;
    require(
        NAME.matcher(name).matches(),
        "--source",
        name + " is no name of a source",
        "give one in small letters, digits and hyphens, as london-beijing");
    write(new SeedDraft(name, prefix(name), fileName, document).turtle());
    return Main.OK;
  }

  private String prefix(String name) {
    String chosen = prefix == null ? initials(name) : prefix;
    require(
        PREFIX.matcher(chosen).matches(),
        "--prefix",
        chosen + " is no prefix of a source",
        "give two to eight small letters and digits, as lb");
    require(
        !Prefixes.standard().map().containsKey(chosen),
        "--prefix",
        chosen + ": stands for <" + Prefixes.standard().map().get(chosen) + ">",
        "give another one");
    return chosen;
  }

  private static String initials(String name) {
    return Arrays.stream(name.split("-"))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private void write(String turtle) {
    if (output == null) {
      spec.commandLine().getOut().print(turtle);
      spec.commandLine().getOut().flush();
      return;
    }
    try {
      Files.writeString(Path.of(output), turtle, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          Position.of(output),
          "exists already",
          "give another --output, or delete it first: what was corrected in it would be lost");
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(output),
          "cannot be written",
          "give a file in a folder that exists and can be written");
    }
    spec.commandLine().getErr().println("Wrote " + output + ".");
  }

  private static void require(boolean holds, String option, String what, String remedy) {
    if (!holds) {
      throw new BadInputException(Position.of(option), what, remedy);
    }
  }
}
