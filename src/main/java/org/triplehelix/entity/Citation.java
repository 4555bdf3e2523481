package org.triplehelix.entity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How something of a release is cited: by its lasting name, the release's hash, and the passages it
 * was read in with the records of their documents. No day of access is made up: the forms that want
 * one have it if it is given.
 *
 * @param key a short name for programs
 * @param url the lasting name
 * @param titles in {@code zh} and {@code en}
 * @param release the hash
 * @param readings where it was read; none for what is the curators' own
 * @param accessed the day on which it was looked up
 */
public record Citation(
    String key,
    String url,
    Map<String, String> titles,
    String release,
    List<Reading> readings,
    Optional<LocalDate> accessed) {
  private static final String AUTHOR = "Triple Helix contributors";
  private static final Map<String, String> WHOLE =
      Map.of(
          "zh", "三螺旋：创新生态知识图谱", "en", "Triple Helix: a knowledge graph of innovation ecosystems");
  private static final int SHORT = 12;
  private static final Pattern END = Pattern.compile("[.?!。？！]$");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\{}$&#%_~^]");
  private static final Map<String, String> IN_LATEX =
      Map.of(
          "\\", "\\textbackslash{}",
          "~", "\\textasciitilde{}",
          "^", "\\textasciicircum{}");

  /**
   * A passage, or a document as a whole, with the document's record.
   *
   * @param label how the passage is called; empty for the whole document
   * @param url of the passage or document
   * @param records the document's author, title, place of printing and time in {@code zh} and
   *     {@code en}
   */
  public record Reading(String label, String url, Map<String, String> records) {}

  public Citation {
    readings = List.copyOf(readings);
  }

  /** The same with the day on which it was looked up. */
  public Citation accessedOn(LocalDate day) {
    return new Citation(key, url, titles, release, readings, Optional.of(day));
  }

  private String shortRelease() {
    return release.substring(0, SHORT);
  }

  /** In words, in {@code zh} or {@code en}. */
  public String text(String language) {
    boolean chinese = language.equals("zh");
    String title = titles.get(language);
    String whole = WHOLE.get(language);
    String looked = accessed.map(day -> chinese ? "，访问日期" + day : ", accessed " + day).orElse("");
    String what =
        chinese
            ? "%s：《%s》，%s，发布版%s，%s%s。".formatted(AUTHOR, title, whole, shortRelease(), url, looked)
            : "%s. \"%s\" %s, release %s. %s%s."
                .formatted(AUTHOR, closed(title), whole, shortRelease(), url, looked);
    return readings.isEmpty()
        ? what
        : what + (chinese ? "读自：" : " Read in: ") + read(language) + (chinese ? "。" : ".");
  }

  /** A title that is a sentence has its mark already. */
  private static String closed(String title) {
    return END.matcher(title).find() ? title : title + ".";
  }

  private String read(String language) {
    boolean chinese = language.equals("zh");
    return readings.stream()
        .map(
            reading ->
                reading.records.get(language)
                    + (reading.label.isEmpty() ? "" : (chinese ? "，" : ", ") + reading.label)
                    + (chinese ? "（" : " (")
                    + reading.url
                    + (chinese ? "）" : ")"))
        .collect(Collectors.joining(chinese ? "；" : "; "));
  }

  /**
   * As GB/T 7714-2015 has it for a part of an online data set; a note at the end tells where that
   * was read.
   */
  public String gbt7714() {
    return "%s. %s[DS/OL]//%s：发布版%s.%s %s.%s"
        .formatted(
            AUTHOR,
            titles.get("zh").replaceFirst("[.。]$", ""),
            WHOLE.get("zh"),
            shortRelease(),
            accessed.map(day -> " [" + day + "].").orElse(""),
            url,
            readings.isEmpty() ? "" : " 读自：" + read("zh") + ".");
  }

  /** An entry of BibTeX. */
  public String bibtex() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("author", "{" + AUTHOR + "}");
    fields.put("title", "{" + escaped(titles.get("en")) + "}");
    fields.put("howpublished", "\\url{" + url + "}");
    fields.put("url", url);
    accessed.ifPresent(day -> fields.put("urldate", day.toString()));
    fields.put("version", release);
    fields.put("note", note());
    return fields.entrySet().stream()
        .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "},\n")
        .collect(Collectors.joining("", "@misc{triplehelix-" + key + ",\n", "}\n"));
  }

  private String note() {
    String note = escaped(WHOLE.get("en")) + ", release " + shortRelease();
    return readings.isEmpty() ? note : note + ". Read in: " + escaped(read("en"));
  }

  private static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    IN_LATEX.getOrDefault(found.group(), "\\" + found.group())));
  }

  /** An item of CSL JSON. */
  public Map<String, Object> csl() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", "triplehelix-" + key);
    item.put("type", "dataset");
    item.put("author", List.of(Map.of("literal", AUTHOR)));
    item.put("title", titles.get("en"));
    item.put("container-title", WHOLE.get("en"));
    item.put("version", release);
    item.put("URL", url);
    accessed.ifPresent(
        day ->
            item.put(
                "accessed",
                Map.of(
                    "date-parts",
                    List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())))));
    if (!readings.isEmpty()) {
      item.put("note", "Read in: " + read("en"));
    }
    return item;
  }

  /** All forms by their names. */
  public Map<String, Object> forms() {
    Map<String, Object> forms = new LinkedHashMap<>();
    forms.put("zh", text("zh"));
    forms.put("en", text("en"));
    forms.put("gbt7714", gbt7714());
    forms.put("bibtex", bibtex());
    forms.put("csl", csl());
    return forms;
  }
}
