package org.triplehelix.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Family;

/** Every name of the project that the release uses, in every format. */
class EveryNameIT {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  private static final HelixServer SERVER =
      HelixServer.start(RELEASE, Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<String, Lang> TRIPLES =
      Map.of("nt", Lang.NT, "ttl", Lang.TTL, "rdf", Lang.RDFXML);
  private static final Map<String, Lang> QUADS = Map.of("nq", Lang.NQ, "trig", Lang.TRIG);
  private static final Map<String, Lang> TRIPLES12 = Map.of("nt-1.2", Lang.NT, "ttl-1.2", Lang.TTL);
  private static final Map<String, Lang> QUADS12 = Map.of("nq-1.2", Lang.NQ, "trig-1.2", Lang.TRIG);

  /** Of so many documents one is read as JSON-LD, whose context takes long to read. */
  private static final int EACH = 12;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /** The paths of all names, without fragments; the root is a page of its own. */
  private static Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    for (Quad quad : RELEASE.quads()) {
      Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
          .filter(Node::isURI)
          .map(node -> node.getURI().replaceFirst("#.*", ""))
          .filter(iri -> iri.startsWith(Family.BASE))
          .forEach(iri -> paths.add("/" + iri.substring(Family.BASE.length())));
    }
    paths.remove("/");
    return paths;
  }

  private static HttpResponse<String> get(String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static String document(String path, String format, Queue<String> missing) {
    HttpResponse<String> answer = get("/doc" + path + "." + format);
    if (answer.statusCode() != 200) {
      missing.add(path + "." + format + " " + answer.statusCode());
    }
    return answer.body();
  }

  /** What a text says; nothing if it is not in its format. */
  private static Set<Quad> read(String text, Lang lang) {
    Set<Quad> quads = new HashSet<>();
    try {
      RDFParser.fromString(text, lang)
          .strict(true)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .toDatasetGraph()
          .find()
          .forEachRemaining(quads::add);
    } catch (RiotException e) {
      quads.clear();
    }
    return quads;
  }

  private static void demandSame(String path, Map<String, Lang> formats, Queue<String> faults) {
    Set<Set<Quad>> all = new HashSet<>();
    formats.forEach((format, lang) -> all.add(read(document(path, format, faults), lang)));
    if (all.size() != 1 || all.iterator().next().isEmpty()) {
      faults.add(path + " differs between " + formats.keySet());
    }
  }

  @Test
  void isAnsweredAndTheFormatsSayTheSame() {
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    Set<String> paths = paths();
    assertTrue(paths.size() > 5_000, "names");
    paths.stream()
        .parallel()
        .forEach(
            path -> {
              List.of(TRIPLES, QUADS, TRIPLES12, QUADS12)
                  .forEach(formats -> demandSame(path, formats, faults));
              document(path, "jsonld", faults);
              if (get("/page" + path).statusCode() != 200) {
                faults.add("/page" + path);
              }
              if (get(path).statusCode() >= 400) {
                faults.add(path);
              }
            });
    assertEquals(List.of(), List.copyOf(faults));
  }

  @Test
  void jsonLdSaysTheSameWithItsContext() {
    String context = get("/context.jsonld").body();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    List<String> paths = List.copyOf(paths());
    IntStream.range(0, paths.size())
        .filter(i -> i % EACH == 0)
        .mapToObj(paths::get)
        .parallel()
        .forEach(
            path -> {
              String text = document(path, "jsonld", faults);
              String whole =
                  text.replaceFirst(
                      "\"@context\": \"[^\"]+\"",
                      Matcher.quoteReplacement(
                          "\"@context\": " + context.substring(12, context.length() - 1)));
              if (!read(whole, Lang.JSONLD11).equals(read(document(path, "nt", faults), Lang.NT))) {
                faults.add(path);
              }
            });
    assertEquals(List.of(), List.copyOf(faults));
  }
}
