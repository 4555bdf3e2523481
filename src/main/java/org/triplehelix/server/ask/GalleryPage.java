package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.query.Question;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;

/**
 * What the gallery of questions shows.
 *
 * @param frame around the page
 * @param wanted which questions
 * @param areas each with its questions
 * @param choices ways to an area, with its number of questions
 * @param tags ways to a tag, the most frequent first
 * @param total how many questions are shown
 * @param alternates the same for programs
 */
public record GalleryPage(
    Frame frame,
    Wanted wanted,
    List<Area> areas,
    List<Choice> choices,
    List<Choice> tags,
    int total,
    List<Ref> alternates) {

  /** Which questions are to be shown; empty for all. */
  public record Wanted(String area, String tag, String words) {}

  /** A way to fewer questions. */
  public record Choice(String label, long count, String href, boolean isChosen) {}

  /** Questions that belong together. */
  public record Area(String name, List<Entry> questions) {}

  /** A question in the language of the page, and in the other. */
  public record Entry(String text, String other, String href) {}

  /** How the page is called: with what was chosen. */
  public String title() {
    return Stream.concat(
            Stream.of(frame.text("gallery")),
            Stream.concat(choices.stream(), tags.stream())
                .filter(Choice::isChosen)
                .map(Choice::label))
        .collect(Collectors.joining(" · "));
  }

  static GalleryPage of(Site site, String language, Wanted wanted, List<Question> found) {
    Frame frame = site.frame(language, path(wanted.area(), wanted.tag(), wanted.words()));
    List<Question> all = site.questions().list();
    Map<String, List<Question>> byArea =
        found.stream()
            .collect(Collectors.groupingBy(Question::area, TreeMap::new, Collectors.toList()));
    List<Area> areas = new ArrayList<>();
    byArea.forEach(
        (area, questions) ->
            areas.add(
                new Area(
                    frame.text("area." + area),
                    questions.stream().map(question -> entry(question, frame)).toList())));
    return new GalleryPage(
        frame,
        wanted,
        areas,
        areaChoices(frame, wanted, all),
        tagChoices(frame, wanted, all),
        found.size(),
        List.of(
            new Ref(
                "JSON",
                "",
                frame.href("/api" + path(wanted.area(), wanted.tag(), wanted.words())))));
  }

  private static List<Choice> areaChoices(Frame frame, Wanted wanted, List<Question> all) {
    return counted(all.stream().map(Question::area).toList()).entrySet().stream()
        .map(
            e ->
                new Choice(
                    frame.text("area." + e.getKey()),
                    e.getValue(),
                    frame.page(path(wanted.area().equals(e.getKey()) ? "" : e.getKey(), "", "")),
                    wanted.area().equals(e.getKey())))
        .toList();
  }

  private static List<Choice> tagChoices(Frame frame, Wanted wanted, List<Question> all) {
    return counted(all.stream().flatMap(q -> q.tags().stream()).toList()).entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(
            e ->
                new Choice(
                    frame.text("tag." + e.getKey()),
                    e.getValue(),
                    frame.page(path("", wanted.tag().equals(e.getKey()) ? "" : e.getKey(), "")),
                    wanted.tag().equals(e.getKey())))
        .toList();
  }

  private static Map<String, Long> counted(List<String> words) {
    return words.stream()
        .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
  }

  private static Entry entry(Question question, Frame frame) {
    boolean zh = frame.language().equals("zh");
    return new Entry(
        zh ? question.summaryZh() : question.summary(),
        zh ? question.summary() : question.summaryZh(),
        frame.page(GalleryRoute.PATH + "/" + question.name()));
  }

  private static String path(String area, String tag, String words) {
    String path = GalleryRoute.PATH;
    path = area.isEmpty() ? path : Links.with(path, "area", area);
    path = tag.isEmpty() ? path : Links.with(path, "tag", tag);
    return words.isEmpty() ? path : Links.with(path, "q", words);
  }
}
