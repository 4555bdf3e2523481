package org.triplehelix.server.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.triplehelix.query.Question;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;

/**
 * What the workbench shows.
 *
 * @param frame around the page
 * @param query in the editor
 * @param table the answer, where it is asked for; null elsewhere
 * @param examples questions by area, to be opened in the workbench
 * @param settings for the script: addresses and texts, as JSON
 */
public record WorkbenchPage(
    Frame frame, String query, AnswerTable table, List<Examples> examples, String settings) {
  /** So many characters of a query are told. */
  private static final int TITLE = 60;

  private static final int DESCRIPTION = 200;

  private static final List<String> TEXTS =
      List.of(
          "names",
          "table",
          "response",
          "chart",
          "graph",
          "map",
          "timeline",
          "pivot",
          "boolean",
          "error",
          "line",
          "tab",
          "share",
          "copied",
          "snippets",
          "more",
          "rows",
          "columns",
          "measure",
          "count",
          "sum",
          "min",
          "max",
          "of",
          "unlike",
          "noUnit",
          "noPlaces",
          "place",
          "coordinates",
          "rowsOf",
          "from",
          "what",
          "asTable",
          "picture",
          "data",
          "chartUnlike",
          "all",
          "land");

  /** The words of the editor, as it has them. */
  private static final List<String> EDITOR =
      List.of(
          "Run query",
          "Add tab",
          "Add a new tab",
          "Close tab",
          "Open settings",
          "Close settings",
          "Download Results",
          "Download result",
          "Download not supported",
          "Filter query results",
          "Simple view",
          "Ellipse",
          "Page size: ",
          "All",
          "True",
          "False",
          "Show all",
          "Search or add an endpoint",
          "result",
          "results",
          "in",
          "Unable to get response from endpoint. Possible reasons:",
          "Incorrect endpoint URL",
          "Endpoint is down");

  /** Questions of an area. */
  public record Examples(String area, List<Ref> questions) {}

  /** How the page is called: with the query, if one is given. */
  public String title() {
    return isGiven() ? beginning(TITLE) + " · " + frame.text("nav.query") : frame.text("nav.query");
  }

  /** What the page is for, or the query that it is given. */
  public String description() {
    return isGiven()
        ? frame.text("workbench.describes", beginning(DESCRIPTION))
        : frame.text("workbench.lead");
  }

  private boolean isGiven() {
    return !frame.path().equals(WorkbenchRoute.PATH);
  }

  private String beginning(int length) {
    String line = query.strip().replaceAll("\\s+", " ");
    return line.length() > length ? line.substring(0, length) + "…" : line;
  }

  /** The answer as data, in whatever form the client takes. */
  public List<Ref> data() {
    return query.isEmpty()
        ? List.of()
        : List.of(new Ref("SPARQL", "", frame.href(Links.with("/sparql", "query", query))));
  }

  static WorkbenchPage of(Site site, Frame frame, String query, AnswerTable table) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("endpoint", site.address().href("/sparql"));
    settings.put("absolute", site.address().absolute("/sparql"));
    settings.put("page", site.address().href("/page"));
    settings.put("root", site.address().href(""));
    settings.put("query", site.address().href(WorkbenchRoute.PATH));
    settings.put("search", site.address().href("/search"));
    settings.put("terms", site.address().href(TermsRoute.PATH));
    settings.put("prefixes", site.address().href(TermsRoute.PATH) + "?show=prefixes");
    settings.put("echarts", frame.asset("echarts.js"));
    settings.put("cytoscape", frame.asset("cytoscape.js"));
    Map<String, String> texts = new LinkedHashMap<>();
    TEXTS.forEach(key -> texts.put(key, frame.text("workbench." + key)));
    settings.put("texts", texts);
    Map<String, String> words = new LinkedHashMap<>();
    EDITOR.forEach(word -> words.put(word, frame.text("editor." + key(word))));
    settings.put("editor", words);
    settings.put("columns", new TreeMap<>(Columns.known(frame.language())));
    settings.put("land", site.address().href(LandRoute.PATH));
    return new WorkbenchPage(frame, query, table, examples(site, frame), Json.line(settings));
  }

  private static String key(String word) {
    return word.replaceAll("[^A-Za-z]+", "");
  }

  private static List<Examples> examples(Site site, Frame frame) {
    Map<String, List<Question>> byArea =
        site.questions().list().stream()
            .collect(Collectors.groupingBy(Question::area, TreeMap::new, Collectors.toList()));
    return byArea.entrySet().stream()
        .map(
            e ->
                new Examples(
                    frame.text("area." + e.getKey()),
                    e.getValue().stream().map(question -> example(question, frame)).toList()))
        .toList();
  }

  private static Ref example(Question question, Frame frame) {
    return new Ref(
        frame.language().equals("zh") ? question.summaryZh() : question.summary(),
        frame.language(),
        frame.page(Links.with(WorkbenchRoute.PATH, "question", question.name())));
  }
}
