package org.triplehelix.server.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;

/**
 * What has a time, by year.
 *
 * @param frame around the page
 * @param choices by which it is narrowed
 * @param decades with what stands in them
 * @param columns of the drawing
 * @param relative what is dated only in relation to another time
 * @param behind the question behind it
 */
public record TimelinePage(
    Frame frame,
    List<Choice> choices,
    List<Decade> decades,
    List<Column> columns,
    List<Event> relative,
    Behind behind) {

  /** A decade, by its first year. */
  public record Decade(int start, String name, List<Year> years) {}

  /** A year; the name is that of the decade where no closer time is said. */
  public record Year(String name, List<Event> events) {}

  /** The height of the year of which most is said. */
  private static final long HIGHEST = 96;

  /**
   * How much is said of a year, of what was, and of what is to be.
   *
   * @param most that is said of any year
   */
  public record Column(int year, int x, long stated, long planned, long most) {

    /** The height of what was. */
    public long height() {
      return stated * HIGHEST / most;
    }

    /** The height of what is to be, on what was. */
    public long planHeight() {
      return (stated + planned) * HIGHEST / most - height();
    }
  }

  /** How the page is called. */
  public String title() {
    return Choice.title(frame.text("nav.timeline"), choices);
  }

  static TimelinePage of(Facts facts, Call call) {
    Frame frame = facts.site().frame(call.language(), call.path());
    Events events = new Events(facts, frame);
    List<Event> dated = events.dated();
    List<Choice> choices =
        List.of(
            LessonsPage.choice(
                "place", call, dated.stream().flatMap(e -> e.places().stream()), frame),
            LessonsPage.choice("kind", call, dated.stream().map(Event::kind), frame));
    List<Event> chosen = dated.stream().filter(event -> isChosen(event, choices)).toList();
    return new TimelinePage(
        facts.site().frame(call.language(), LessonsPage.path(call, choices)),
        choices,
        decades(chosen, frame),
        columns(chosen),
        events.relative().stream().filter(event -> isChosen(event, choices)).toList(),
        Behind.ofQuery(frame, "reading/timeline.rq"));
  }

  private static boolean isChosen(Event event, List<Choice> choices) {
    return choices.get(0).admits(event.places()) && choices.get(1).admits(List.of(event.kind()));
  }

  private static List<Decade> decades(List<Event> events, Frame frame) {
    Map<Integer, Map<String, List<Event>>> years = new TreeMap<>();
    for (Event event : events) {
      int decade = event.year() / 10 * 10;
      String name = event.isDecade() ? "" : String.valueOf(event.year());
      years
          .computeIfAbsent(decade, d -> new TreeMap<>())
          .computeIfAbsent(name, y -> new ArrayList<>())
          .add(event);
    }
    List<Decade> decades = new ArrayList<>();
    years.forEach(
        (decade, of) ->
            decades.add(
                new Decade(
                    decade,
                    frame.text("when.decade", String.valueOf(decade)),
                    of.entrySet().stream().map(y -> new Year(y.getKey(), y.getValue())).toList())));
    return decades;
  }

  private static List<Column> columns(List<Event> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    int first = events.get(0).year() / 10 * 10;
    int last = events.get(events.size() - 1).year() + 1;
    Map<Integer, Long> counts =
        events.stream().collect(Collectors.groupingBy(Event::year, Collectors.counting()));
    long most = Collections.max(counts.values());
    List<Column> columns = new ArrayList<>();
    for (int year = first; year <= last; year++) {
      int of = year;
      List<Event> here = events.stream().filter(event -> event.year() == of).toList();
      long planned = here.stream().filter(Event::isPlan).count();
      columns.add(new Column(year, (year - first) * 10, here.size() - planned, planned, most));
    }
    return columns;
  }
}
