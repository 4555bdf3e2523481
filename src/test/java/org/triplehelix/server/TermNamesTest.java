package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.entity.Names;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.vocab.Family;

/** No page shows a term by its prefixed name where people expect a word of their language. */
class TermNamesTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  private static final HelixServer SERVER =
      HelixServer.start(RELEASE, Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int EACH = 12;
  private static final Node UNIT = NodeFactory.createURI("http://qudt.org/schema/qudt/hasUnit");
  private static final Pattern CODE =
      Pattern.compile("(?s)<(script|style|pre|code|textarea)\\b.*?</\\1>");

  /** An element with nothing in it but a term. */
  private static final Pattern PREFIXED =
      Pattern.compile(
          ">\\s*((?:dcterms|org|schema|unit|qudt|sosa|prov|skos|oa|void|rdfs?|owl|th|foaf|bibo"
              + "|sh|dcat|vcard|xsd):[A-Za-z_]\\w*)\\s*<");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Set<Node> terms() {
    Set<Node> terms = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Quad quad : RELEASE.quads()) {
      terms.add(quad.getPredicate());
      if (quad.getPredicate().equals(RDF.Nodes.type) || quad.getPredicate().equals(UNIT)) {
        terms.add(quad.getObject());
      }
    }
    terms.removeIf(Node::isBlank);
    return terms;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyTermThatIsUsedHasANameInTheLanguage(String language) {
    Names names = new Names(RELEASE);
    Set<Node> terms = terms();
    assertTrue(terms.size() > 300, "few terms: " + terms.size());
    List<Node> unnamed =
        terms.stream()
            .filter(
                term ->
                    names
                        .told(language, term)
                        .filter(name -> name.language().equals(language))
                        .isEmpty())
            .toList();
    assertEquals(List.of(), unnamed);
  }

  @Test
  void aNameInTheOtherLanguageIsToldAsSuch() {
    List<Quad> quads =
        RELEASE.quads().stream()
            .filter(quad -> quad.getSubject().equals(UNIT))
            .filter(quad -> !quad.getObject().isLiteral() || !isChinese(quad.getObject()))
            .toList();
    Release english = new Release(RELEASE.hash(), quads, RELEASE.prefixes());
    assertEquals(Optional.of(new Names.Name("unit", "en")), new Names(english).told("zh", UNIT));
  }

  private static boolean isChinese(Node text) {
    return text.getLiteralLanguage().equals("zh");
  }

  private static Stream<String> pages() {
    Stream<String> routes = SERVER.routes().stream().filter(Route::speaks).map(Route::example);
    List<String> things =
        RELEASE.quads().stream()
            .filter(quad -> quad.getPredicate().equals(RDF.Nodes.type))
            .map(Quad::getSubject)
            .filter(node -> node.isURI() && Family.of(node.getURI()).isPresent())
            .flatMap(node -> Address.path(node.getURI()).stream())
            .distinct()
            .sorted()
            .map(path -> "/page" + path)
            .toList();
    return Stream.concat(
        routes, IntStream.range(0, things.size()).filter(i -> i % EACH == 0).mapToObj(things::get));
  }

  private static String page(String path, String language) {
    String plain = path.replaceAll("[?&]lang=\\w+", "");
    String all = plain + (plain.contains("?") ? "&" : "?") + "lang=" + language;
    try {
      return CLIENT
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + all))
                  .header("Accept", "text/html")
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(all, e);
    }
  }

  private static List<String> prefixed(String page) {
    return PREFIXED
        .matcher(CODE.matcher(page).replaceAll(""))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void noPageShowsAPrefixedTerm(String language) {
    assertEquals(List.of("unit:NUM"), prefixed("<dd>unit:NUM</dd><code>unit:YR</code>"));
    List<String> found =
        pages()
            .flatMap(path -> prefixed(page(path, language)).stream().map(t -> path + " " + t))
            .distinct()
            .toList();
    assertEquals(List.of(), found);
  }
}
