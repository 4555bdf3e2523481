package org.triplehelix.server.ask;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.triplehelix.query.Question;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Site;

/** The gallery of questions: all, or those of an area, with a tag, with some words. */
final class GalleryRoute implements Route {
  static final String PATH = "/questions";

  private final Site site;

  GalleryRoute(Site site) {
    this.site = site;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?area=figures";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("area", "tag", "q");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    List<Question> all = site.questions().list();
    GalleryPage.Wanted wanted =
        new GalleryPage.Wanted(
            known(call, "area", all.stream().map(Question::area).toList()),
            known(call, "tag", all.stream().flatMap(q -> q.tags().stream()).toList()),
            call.parameter("q").orElse("").strip());
    List<Question> found = all.stream().filter(question -> fits(question, wanted)).toList();
    return new Fixed(
        List.of(Format.HTML),
        wanted.toString(),
        (format, out) ->
            site.pages()
                .write("gallery.jte", GalleryPage.of(site, call.language(), wanted, found), out));
  }

  private static String known(Call call, String name, List<String> words) {
    String word = call.parameter(name).orElse("");
    if (!word.isEmpty() && !words.contains(word)) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "There is no " + name + " " + word + " of questions.",
          "Take one of " + String.join(", ", words.stream().distinct().sorted().toList()) + ".");
    }
    return word;
  }

  private static boolean fits(Question question, GalleryPage.Wanted wanted) {
    return (wanted.area().isEmpty() || question.area().equals(wanted.area()))
        && (wanted.tag().isEmpty() || question.tags().contains(wanted.tag()))
        && List.of(lower(wanted.words()).split("\\s+")).stream().allMatch(text(question)::contains);
  }

  private static String text(Question question) {
    return lower(
        String.join(
            "\n",
            question.name(),
            question.summary(),
            question.summaryZh(),
            String.join(" ", question.tags())));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
