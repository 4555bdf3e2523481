package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * What the documents say ought to be learned.
 *
 * @param frame around the page
 * @param choices by which lessons are narrowed
 * @param lessons those chosen
 * @param all how many there are
 * @param flows who learns from whom
 * @param shared themes of lessons in more than one document, of the chosen case if there is one
 * @param restated how many lessons say again what one of another document says
 * @param behind the question behind it
 */
public record LessonsPage(
    Frame frame,
    List<Choice> choices,
    List<Lesson> lessons,
    int all,
    Flows flows,
    List<Shared> shared,
    long restated,
    Behind behind) {

  /**
   * A theme of lessons in more than one document.
   *
   * @param cases those that more than one of the documents has; may be empty
   */
  public record Shared(Ref theme, List<Ref> cases, List<Lesson> lessons) {}

  /** How the page is called. */
  public String title() {
    return Choice.title(frame.text("nav.lessons"), choices);
  }

  static LessonsPage of(Facts facts, Call call) {
    Frame frame = facts.site().frame(call.language(), call.path());
    List<Lesson> all = new Making(facts, frame, new Claims(facts, frame)).lessons();
    List<Choice> choices =
        List.of(
            choice("case", call, all.stream().flatMap(l -> l.cases().stream()), frame),
            choice("audience", call, all.stream().flatMap(l -> l.audiences().stream()), frame),
            choice("theme", call, all.stream().flatMap(l -> l.themes().stream()), frame),
            choice("kind", call, all.stream().map(Lesson::kind), frame),
            choice("source", call, all.stream().map(Lesson::source), frame));
    List<Lesson> chosen = all.stream().filter(lesson -> isChosen(lesson, choices)).toList();
    return new LessonsPage(
        facts.site().frame(call.language(), path(call, choices)),
        choices,
        chosen,
        all.size(),
        Flows.of(all, frame),
        shared(all.stream().filter(lesson -> choices.get(0).admits(lesson.cases())).toList()),
        all.stream().filter(lesson -> restatesAnother(lesson, all)).count(),
        Behind.of(facts.site(), frame, "lessons-with-themes", Map.of()));
  }

  /** The path of a page as it is narrowed. */
  static String path(Call call, List<Choice> choices) {
    List<String> chosen =
        choices.stream()
            .filter(choice -> !choice.chosen().isEmpty())
            .map(choice -> choice.name() + "=" + Address.encodedValue(choice.chosen()))
            .toList();
    return call.path() + (chosen.isEmpty() ? "" : "?" + String.join("&", chosen));
  }

  static Choice choice(String name, Call call, Stream<Ref> things, Frame frame) {
    return Choice.of(name, call.parameter(name).orElse(""), things, frame);
  }

  private static boolean isChosen(Lesson lesson, List<Choice> choices) {
    return choices.get(0).admits(lesson.cases())
        && choices.get(1).admits(lesson.audiences())
        && choices.get(2).admits(lesson.themes())
        && choices.get(3).admits(List.of(lesson.kind()))
        && choices.get(4).admits(List.of(lesson.source()));
  }

  private static List<Shared> shared(List<Lesson> lessons) {
    Map<Ref, List<Lesson>> byTheme = new LinkedHashMap<>();
    for (Lesson lesson : lessons) {
      lesson.themes().forEach(t -> byTheme.computeIfAbsent(t, k -> new ArrayList<>()).add(lesson));
    }
    return byTheme.entrySet().stream()
        .filter(theme -> documents(theme.getValue()) > 1)
        .map(theme -> new Shared(theme.getKey(), cases(theme.getValue()), theme.getValue()))
        .sorted(
            Comparator.comparing((Shared shared) -> shared.cases().isEmpty())
                .thenComparing(shared -> -documents(shared.lessons())))
        .toList();
  }

  private static boolean restatesAnother(Lesson lesson, List<Lesson> all) {
    List<String> earlier = lesson.earlier().stream().map(Ref::href).toList();
    return all.stream()
        .filter(other -> !other.source().equals(lesson.source()))
        .anyMatch(other -> earlier.contains(other.claim().href()));
  }

  private static long documents(Collection<Lesson> lessons) {
    return lessons.stream().map(Lesson::source).distinct().count();
  }

  /** The cases that lessons of more than one document have. */
  private static List<Ref> cases(List<Lesson> lessons) {
    return lessons.stream()
        .flatMap(lesson -> lesson.cases().stream())
        .distinct()
        .filter(c -> documents(lessons.stream().filter(l -> l.cases().contains(c)).toList()) > 1)
        .toList();
  }

  private record Making(Facts facts, Frame frame, Claims claims) {

    List<Lesson> lessons() {
      Map<String, Lesson> inOrder = new TreeMap<>();
      for (Node lesson : facts.all(th("Lesson"))) {
        Lesson made = lesson(lesson);
        inOrder.put(made.claim().place().href() + " " + lesson, made);
      }
      return List.copyOf(inOrder.values());
    }

    private Lesson lesson(Node lesson) {
      List<Ref> cases = refs(lesson, "case");
      List<Ref> whole = refs(lesson, "partOf");
      String kind = cases.isEmpty() ? "own" : "drawn";
      return new Lesson(
          claims.of(lesson),
          cases,
          refs(lesson, "audience"),
          refs(lesson, "theme"),
          new Ref(frame.text("lessons.kind." + kind), frame.language(), kind),
          whole,
          refs(lesson, "restates"),
          facts.values(lesson, th("supportedBy")).stream().map(claims::of).toList());
    }

    private List<Ref> refs(Node lesson, String property) {
      return claims.things(facts.values(lesson, th(property)));
    }
  }
}
