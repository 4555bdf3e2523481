package org.triplehelix.server.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.Slugs;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.site.Amount;
import org.triplehelix.server.site.Amounts;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.server.site.When;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * A figure as a page tells it.
 *
 * @param about its name
 * @param href of its page
 * @param of whose it is
 * @param indicator what is counted
 * @param categories of what kind
 * @param measure level, share …
 * @param value with its hedge and unit, in the page's language
 * @param printed as the document has it
 * @param period of which it is; empty if that is not stated
 * @param notes what else belongs to it: denominator, scope, condition, speaker
 * @param marks plan, doubt, each with its reason
 * @param source the document
 * @param passage the sentence, named by its gloss
 * @param sentence the sentence itself, where the document is at hand
 */
public record FigureText(
    String about,
    String href,
    Ref of,
    Ref indicator,
    List<Ref> categories,
    Ref measure,
    String value,
    String printed,
    Ref period,
    List<Note> notes,
    List<Mark> marks,
    Ref source,
    Ref passage,
    Quote sentence) {

  /** Something that belongs to a figure, and what it is. */
  public record Note(String label, Ref text) {}

  /**
   * How far a figure can be taken for a fact.
   *
   * @param kind its class in the style: plan, doubt
   */
  public record Mark(String kind, String text, String reason) {}

  /**
   * A sentence.
   *
   * @param before the printed words
   * @param words the printed words; empty if they do not stand in it as one
   */
  public record Quote(String before, String words, String after) {
    static final Quote NONE = new Quote("", "", "");

    public boolean isPresent() {
      return !before.isEmpty() || !words.isEmpty();
    }

    static Quote of(String sentence, String words) {
      int start = words.isEmpty() ? -1 : sentence.indexOf(words);
      return start < 0
          ? new Quote(sentence, "", "")
          : new Quote(
              sentence.substring(0, start), words, sentence.substring(start + words.length()));
    }
  }

  static FigureText of(FigureView figure, Site site, Frame frame) {
    return new Maker(figure, site, frame).text();
  }

  /** A sentence: its gloss where there is one in the page's language, else its short name. */
  static Ref passage(Node passage, Knowledge knowledge, Frame frame) {
    Site site = knowledge.site();
    Ref named = new Refs(site, frame.language()).of(passage);
    boolean hasGloss =
        knowledge.values(passage, TH.gloss).stream()
            .anyMatch(gloss -> gloss.getLiteralLanguage().equals(frame.language()));
    return hasGloss
        ? named
        : new Ref(site.release().prefixes().abbreviate(passage.getURI()), "", named.href());
  }

  /** Puts a figure's texts together. */
  private static final class Maker {
    private final FigureView figure;
    private final Site site;
    private final Frame frame;
    private final Refs refs;

    Maker(FigureView figure, Site site, Frame frame) {
      this.figure = figure;
      this.site = site;
      this.frame = frame;
      this.refs = new Refs(site, frame.language());
    }

    FigureText text() {
      String printed = literals(TH.asWritten);
      Node passage = figure.passage().orElseThrow();
      return new FigureText(
          figure.figure().getURI(),
          refs.of(figure.figure()).href(),
          refs.of(figure.of().orElseThrow()),
          figure.indicator().map(refs::of).orElse(new Ref("", "", "")),
          refs.of(figure.categories()),
          first("measure").map(refs::of).orElse(new Ref("", "", "")),
          amount().text(),
          printed,
          period(),
          notes(),
          marks(),
          refs.of(figure.source()),
          passage(passage, figure.knowledge(), frame),
          site.sentences().get().of(passage).map(s -> Quote.of(s, printed)).orElse(Quote.NONE));
    }

    private Amount amount() {
      return new Amounts(site, frame.language()).of(figure.figure());
    }

    private Optional<Node> first(String property) {
      return figure.values(property).stream().findFirst();
    }

    private String literals(Node property) {
      return figure.texts(property, frame.language());
    }

    private Ref period() {
      String during = literals(TH.during);
      return during.isEmpty()
          ? printed(TH.relativeTime)
          : new Ref(new When(during).text(frame), frame.language(), "");
    }

    /** Words that only the document has. */
    private Ref printed(Node property) {
      List<String> own = figure.languages(property);
      String language = own.contains(frame.language()) ? frame.language() : String.join("", own);
      return new Ref(literals(property), language, "");
    }

    private List<Note> notes() {
      List<Note> notes = new ArrayList<>();
      for (String property :
          List.of("denominator", "comparedWith", "side", "accordingTo", "saidBy")) {
        figure
            .values(property)
            .forEach(v -> notes.add(new Note(frame.text("figure." + property), named(v))));
      }
      for (Node property : List.of(TH.scopeNote, TH.underCondition)) {
        Ref text = printed(property);
        if (!text.text().isEmpty()) {
          notes.add(new Note(frame.text("figure." + Slugs.of(property)), text));
        }
      }
      return notes;
    }

    /** Another figure is told by its number and what that counts; who has no name, as printed. */
    private Ref named(Node value) {
      Ref ref = refs.of(value);
      if (!value.getURI().startsWith(Family.FIGURE.namespace())) {
        boolean isPrinted = ref.text().codePoints().anyMatch(Character::isIdeographic);
        return isPrinted ? new Ref(ref.text(), "zh", ref.href()) : ref;
      }
      Maker other = new Maker(new FigureView(figure.knowledge(), value), site, frame);
      String counted = other.figure.indicator().map(i -> refs.of(i).text()).orElse("");
      return new Ref(other.amount().text() + " (" + counted + ")", frame.language(), ref.href());
    }

    private List<Mark> marks() {
      List<Mark> marks = new ArrayList<>();
      first("modality")
          .filter(modality -> !modality.equals(TH.Stated))
          .ifPresent(
              modality -> {
                boolean ahead = View.PLANS.takes(Slugs.of(modality), false);
                marks.add(new Mark(ahead ? "plan" : "held", refs.of(modality).text(), ""));
              });
      first("status")
          .filter(TH.Doubted::equals)
          .ifPresent(
              doubted -> marks.add(new Mark("doubt", refs.of(doubted).text(), literals(TH.note))));
      return marks;
    }
  }
}
