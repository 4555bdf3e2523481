package org.triplehelix.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.Routes;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/**
 * A chart, table, map or graph of a page alone, for the frames of other sites: {@code
 * /embed/gaps?part=theme} is the part {@code theme} of {@code /gaps}.
 */
final class EmbedRoute implements Route {
  private static final String FOLDER = "/embed";
  private static final String PART = "part";

  /** Of the pipeline, not of the page. */
  private static final Set<String> NOT_OF_THE_PAGE = Set.of(PART, "lang", "format");

  /** How the template of parts opens one. */
  private static final Pattern OPENING =
      Pattern.compile("<div class=\"part\" id=\"([^\"]+)\" data-title=\"([^\"]*)\">");

  private static final String CLOSING = "<details class=\"embed\" data-part=\"%s\">";

  /** A document in the address of its page, of its reading, or of one of its passages. */
  private static final Pattern SOURCE =
      Pattern.compile("href=\"[^\"]*/(?:page/source|sources)/([a-z-]+)");

  private final Site site;
  private final Routes pages;

  /**
   * Parts of some pages.
   *
   * @param pages among other routes
   */
  EmbedRoute(Site site, Routes pages) {
    this.site = site;
    this.pages = pages;
  }

  @Override
  public String path() {
    return FOLDER + "/*";
  }

  @Override
  public String example() {
    return FOLDER + "/gaps?part=indicator";
  }

  @Override
  public Set<String> parameters(String path) {
    Set<String> names = new TreeSet<>(Set.of(PART));
    pages.at(page(path)).ifPresent(route -> names.addAll(route.parameters(page(path))));
    return names;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  private static String page(String path) {
    return path.substring(FOLDER.length());
  }

  @Override
  public Prepared prepare(Call call) {
    String path = page(call.path());
    Route route = pages.at(path).orElseThrow(() -> noPage(path));
    Map<String, List<String>> given = new TreeMap<>(call.parameters());
    given.keySet().removeAll(NOT_OF_THE_PAGE);
    Call asked =
        new Call(
            call.method(),
            path,
            given,
            call.contentType(),
            call.body(),
            call.language(),
            call.caller());
    Prepared whole = route.prepare(asked);
    if (!whole.formats().contains(Format.HTML) || whole.status(Format.HTML) != 200) {
      throw noPage(path);
    }
    String part = call.parameter(PART).orElse("");
    return new Part(whole, part, route.path(), asked.target(name -> true), call.language());
  }

  private static Problem noPage(String path) {
    return new Problem(
        Problem.Kind.NOT_FOUND,
        "There is no page at " + path + ".",
        "Write the path of a page, as " + FOLDER + "/gaps?part=indicator.");
  }

  private final class Part implements Prepared {
    private final Prepared whole;
    private final String part;
    private final String folder;
    private final String full;
    private final String language;

    Part(Prepared whole, String part, String folder, String full, String language) {
      this.whole = whole;
      this.part = part;
      this.folder = folder;
      this.full = full;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return String.join("\n", part, folder, full, whole.canonical());
    }

    @Override
    public boolean isForFrames() {
      return true;
    }

    @Override
    public boolean isPinned() {
      return whole.isPinned();
    }

    @Override
    public boolean isLasting() {
      return whole.isLasting();
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      whole.write(Format.HTML, attempt, page);
      site.pages().write("embed.jte", cut(page.toString(StandardCharsets.UTF_8)), out);
    }

    private EmbedPage cut(String page) {
      Set<String> parts = new TreeSet<>();
      for (Matcher opening = OPENING.matcher(page); opening.find(); ) {
        if (opening.group(1).equals(part)) {
          String html =
              page.substring(opening.end(), page.indexOf(CLOSING.formatted(part), opening.end()));
          String title = StringEscapeUtils.unescapeHtml4(opening.group(2));
          var frame = site.frame(language, full);
          List<Ref> named = sources(html);
          return new EmbedPage(
              frame, title, html, named.isEmpty() ? sources(page) : named, frame.page(full));
        }
        parts.add(opening.group(1));
      }
      throw new Problem(
              Problem.Kind.NOT_FOUND,
              "The page " + full + " has no part " + part + ".",
              "Name one of its parts with part=.")
          .with("parts", List.copyOf(parts));
    }

    private List<Ref> sources(String html) {
      Refs refs = new Refs(site, language);
      return SOURCE
          .matcher(html)
          .results()
          .map(found -> found.group(1))
          .distinct()
          .map(name -> refs.of(NodeFactory.createURI(Family.SOURCE.namespace() + name)))
          .toList();
    }
  }
}
