package org.triplehelix.server.search;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.search.Highlight;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.entity.search.Match;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;

/**
 * What was found, for people.
 *
 * @param site it is a page of
 * @param result what was found
 * @param links to other searches
 * @param language {@code zh} or {@code en}
 */
public record SearchPage(Site site, SearchResult result, SearchLinks links, String language) {

  /**
   * A choice that leads to a search.
   *
   * @param label what it says
   * @param count how much it leads to
   * @param href its path
   * @param isChosen whether this is that search
   */
  public record Choice(String label, long count, String href, boolean isChosen) {}

  /**
   * Something found.
   *
   * @param href its address
   * @param name in the page's language
   * @param otherName in the other language; empty if there is none
   * @param matched the name that answers, as HTML with marks
   * @param kind what it is
   * @param definition in the page's language; may be empty
   */
  public record Hit(
      String href, String name, String otherName, String matched, String kind, String definition) {}

  /** What is around the page. */
  public Frame frame() {
    return site.frame(language, links.plain(result.query()));
  }

  /** What the page is for, or what it found. */
  public String description() {
    return query().isEmpty()
        ? frame().text("search.lead")
        : frame().text("search.describes", query(), total());
  }

  /** Each word of what was asked, to be looked for by itself; none if it is but one. */
  public List<Ref> words() {
    List<String> words = List.of(query().strip().split("\\s+"));
    return words.size() < 2
        ? List.of()
        : words.stream().map(word -> new Ref(word, "", found(word))).toList();
  }

  private String found(String word) {
    return frame().page("/search?q=" + Address.encodedValue(word)) + "&format=html";
  }

  /** The same as data. */
  public List<Ref> data() {
    String path = links.plain(result.query());
    return List.of(
        new Ref("JSON", "", frame().href(path + "&format=json")),
        new Ref("CSV", "", frame().href(path + "&format=csv")));
  }

  /** What was looked for. */
  public String query() {
    return result.query().text();
  }

  /** The name of the type that is asked for; empty if there is none. */
  public String type() {
    return result
        .query()
        .type()
        .map(type -> site.release().prefixes().abbreviate(type.getURI()))
        .orElse("");
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return query().isEmpty() && result.query().type().isEmpty() && result.query().kind().isEmpty();
  }

  /** How many there are. */
  public int total() {
    return result.total();
  }

  /** By kind. */
  public List<Choice> kinds() {
    return result.kinds().stream().map(this::kind).toList();
  }

  private Choice kind(SearchResult.Count<Kind> count) {
    boolean chosen = result.query().kind().equals(Optional.of(count.of()));
    return new Choice(
        frame().text("search.kind." + count.of().label()),
        count.number(),
        frame().href(links.path(result.query().ofKind(chosen ? null : count.of()))),
        chosen);
  }

  /** By type. */
  public List<Choice> types() {
    return result.types().stream().map(this::type).toList();
  }

  private Choice type(SearchResult.Count<Node> count) {
    boolean chosen = result.query().type().equals(Optional.of(count.of()));
    return new Choice(
        label(count.of()),
        count.number(),
        frame().href(links.path(result.query().ofType(chosen ? null : count.of()))),
        chosen);
  }

  private String label(Node type) {
    return site.names()
        .in(language, type)
        .orElseGet(() -> site.release().prefixes().abbreviate(type.getURI()));
  }

  /** What is on this page. */
  public List<Hit> hits() {
    return result.page().stream().map(this::hit).toList();
  }

  private Hit hit(Match match) {
    String iri = match.thing().node().getURI();
    String name = match.thing().name(language);
    return new Hit(
        Address.path(iri).map(frame()::href).orElse(iri),
        name,
        match
            .thing()
            .preferred(frame().otherLanguage())
            .filter(other -> !other.equals(name))
            .orElse(""),
        query().isEmpty() ? "" : Marked.html(match.name().text(), Highlight.of(query(), match)),
        match.thing().types().stream()
            .findFirst()
            .map(this::label)
            .orElseGet(() -> frame().text("search.kind." + match.thing().kind().label())),
        match.thing().definitions().getOrDefault(language, ""));
  }

  /** The page after this; empty if there is none. */
  public String next() {
    return result.next().map(links::path).map(frame()::href).orElse("");
  }

  /** The page before this; empty if there is none. */
  public String previous() {
    return result.previous().map(links::path).map(frame()::href).orElse("");
  }
}
