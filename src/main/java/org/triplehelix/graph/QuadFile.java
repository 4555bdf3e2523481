package org.triplehelix.graph;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.FileFault;
import org.triplehelix.source.Position;

/** Reads a file of statements of any size, one after the other; the first fault ends it. */
public final class QuadFile {
  private static final String AGAIN = "get or make the file again";

  private final Path file;
  private final Consumer<Quad> taker;
  private final LongConsumer onBytes;

  private QuadFile(Path file, Consumer<Quad> taker, LongConsumer onBytes) {
    this.file = file;
    this.taker = taker;
    this.onBytes = onBytes;
  }

  /**
   * Hands on each statement.
   *
   * @param onBytes is told now and then how many bytes of the file were read
   * @throws BadInputException if it cannot be read, or holds what is no RDF; what came before was
   *     handed on
   */
  public static void read(Path file, Consumer<Quad> taker, LongConsumer onBytes) {
    Lockdown.apply();
    new QuadFile(file, taker, onBytes).read();
  }

  private void read() {
    String name = file.getFileName().toString();
    Lang lang = RDFLanguages.filenameToLang(name);
    if (lang == null) {
      throw bad("is no file of statements, by its name", "give a file .nq or .trig, or with .gz");
    }
    try (FileChannel bytes = FileChannel.open(file);
        InputStream plain = new BufferedInputStream(Channels.newInputStream(bytes), 1 << 16);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(plain, 1 << 16) : plain) {
      RDFParser.source(in)
          .lang(lang)
          .resolveURIs(false)
          .errorHandler(new Faults())
          .parse(new Taker(bytes));
    } catch (IOException e) {
      throw bad("cannot be read: " + FileFault.of(e), AGAIN);
    } catch (RiotException e) {
      throw bad("cannot be parsed: " + e.getMessage(), AGAIN);
    } catch (StackOverflowError e) {
      throw bad("is nested too deeply", AGAIN);
    }
  }

  private BadInputException bad(String what, String remedy) {
    return new BadInputException(Position.of(file.toString()), what, remedy);
  }

  private final class Taker extends StreamRDFBase {
    private static final int OFTEN = 0xFFF;

    private final FileChannel bytes;
    private long count;

    Taker(FileChannel bytes) {
      this.bytes = bytes;
    }

    @Override
    public void triple(Triple triple) {
      quad(Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    public void quad(Quad quad) {
      taker.accept(quad);
      if ((++count & OFTEN) == 0) {
        tell();
      }
    }

    private void tell() {
      try {
        onBytes.accept(bytes.position());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class Faults implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      // others may write what we would not
    }

    @Override
    public void error(String message, long line, long column) {
      fatal(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
      throw new BadInputException(
          new Position(file.toString(), line, column), "syntax error: " + message, AGAIN);
    }
  }
}
