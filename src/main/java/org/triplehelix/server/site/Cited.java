package org.triplehelix.server.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.entity.Citation;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.vocab.Family;

/**
 * How a page tells to cite it.
 *
 * @param text in words: by GB/T 7714 on Chinese pages
 * @param forms for programs, each at its own address; none if they stand on the page
 * @param bibtex an entry, if it stands on the page; else empty
 * @param csl an item of CSL JSON, if it stands on the page; else empty
 */
public record Cited(String text, List<Ref> forms, String bibtex, String csl) {

  /** A page that has nothing to cite but itself, by its address. */
  static Cited page(Frame frame, String title) {
    Citation citation =
        new Citation(
            "page" + frame.path().replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", ""),
            Family.BASE + frame.path().substring(1),
            Map.of("zh", title, "en", title),
            frame.release(),
            List.of(),
            Optional.empty());
    return new Cited(
        text(citation, frame), List.of(), citation.bibtex(), Json.line(citation.csl()));
  }

  /**
   * What has a citation of its own.
   *
   * @param path where it is to be had in other forms
   */
  public static Cited of(Frame frame, Citation citation, String path) {
    String form = path + (path.indexOf('?') < 0 ? "?" : "&") + "format=";
    return new Cited(
        text(citation, frame),
        List.of(
            new Ref("GB/T 7714", "", frame.href(form + "gbt")),
            new Ref("BibTeX", "", frame.href(form + "bib")),
            new Ref("CSL JSON", "", frame.href(form + "csl"))),
        "",
        "");
  }

  /** The words alone, for print. */
  public Cited inWords() {
    return new Cited(text, List.of(), "", "");
  }

  /** The same in other words. */
  public Cited saying(String words) {
    return new Cited(words, forms, bibtex, csl);
  }

  private static String text(Citation citation, Frame frame) {
    return frame.language().equals("zh") ? citation.gbt7714() : citation.text("en");
  }
}
