package org.triplehelix.graph;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
import org.triplehelix.source.Position;

/**
 * Reads a dump of a release, and takes it only if it is whole: its statements must have the content
 * hash that it states.
 */
public final class ReleaseFile {
  private static final Set<Lang> LANGS = Set.of(Lang.NQUADS, Lang.TRIG, Lang.JSONLD);
  private static final String AGAIN = "get the file again, or export the release again";

  private final Path file;
  private final List<Quad> quads = new ArrayList<>();

  private ReleaseFile(Path file) {
    this.file = file;
  }

  /**
   * Whether a file's name is that of a dump with all graphs, as {@code g.nq} or {@code g.nq.gz}.
   */
  public static boolean isDump(String name) {
    Lang lang = RDFLanguages.filenameToLang(name);
    return lang != null && LANGS.contains(lang);
  }

  /**
   * The release in a file.
   *
   * @throws BadInputException if it cannot be read, is no such dump, or is damaged
   */
  public static Release read(Path file) {
    Lockdown.apply();
    return new ReleaseFile(file).release();
  }

  private Release release() {
    if (!isDump(file.getFileName().toString())) {
      throw bad(
          "is no dump of all graphs, by its name",
          "give a file .nq, .trig or .jsonld, or one of these with .gz");
    }
    Lang lang = RDFLanguages.filenameToLang(file.getFileName().toString());
    parse(text(), lang);
    return whole();
  }

  /**
   * The release that statements are which were read from elsewhere.
   *
   * @param name what they were read from
   * @throws BadInputException if they are no release, or a damaged one
   */
  public static Release of(Path name, Collection<Quad> statements) {
    ReleaseFile file = new ReleaseFile(name);
    file.quads.addAll(statements);
    return file.whole();
  }

  private Release whole() {
    return ProvenRelease.of(file.toString(), quads, AGAIN);
  }

  private String text() {
    try (InputStream in = open()) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw bad("is not in UTF-8", AGAIN);
    } catch (IOException e) {
      throw bad("cannot be read: " + e.getMessage(), AGAIN);
    }
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private void parse(String text, Lang lang) {
    try {
      RDFParser.fromString(text, lang)
          .resolveURIs(false)
          .errorHandler(new Faults())
          .parse(new Collector());
    } catch (RiotException e) {
      throw bad("cannot be parsed: " + e.getMessage(), AGAIN);
    } catch (StackOverflowError e) {
      throw bad("is nested too deeply", AGAIN);
    }
  }

  private BadInputException bad(String what, String remedy) {
    return new BadInputException(Position.of(file.toString()), what, remedy);
  }

  /** Ends the reading at the first fault. */
  private final class Faults implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      // what a release holds is for check to judge; the hash tells whether it was changed
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

  /** Takes the statements, those of the default graph in the form the build gives them. */
  private final class Collector extends StreamRDFBase {
    @Override
    public void triple(Triple triple) {
      quads.add(Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    public void quad(Quad quad) {
      if (quad.isDefaultGraph()) {
        triple(quad.asTriple());
      } else {
        quads.add(quad);
      }
    }
  }
}
