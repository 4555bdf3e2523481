package org.triplehelix.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Prefixes;

/**
 * The server with any dataset in place of a release. The program itself serves only what it has
 * built, or dumps that state their hash.
 */
public final class GivenServer {
  private static final String HASH = "0".repeat(64);

  private GivenServer() {}

  /** Takes the port and the file. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Release release = release(Path.of(arguments[1]));
    Content content = Content.at(Path.of(""));
    HelixServer server =
        HelixServer.start(
            release,
            Questions.in(content),
            Options.at("127.0.0.1", Integer.parseInt(arguments[0])).with(NetworkViews.in(content)));
    System.out.printf(Locale.ROOT, "Loaded in %.3f s%n", (System.nanoTime() - start) / 1e9);
    server.join();
  }

  /** What a file holds, as if it were a release. */
  static Release release(Path nquads) {
    List<Quad> quads = Statements.in(nquads);
    return new Release(HASH, quads, Prefixes.standard());
  }
}
