package org.triplehelix.server.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.triplehelix.query.Question;
import org.triplehelix.server.pipeline.Address;

/**
 * The question behind a page.
 *
 * @param question in the language of the page
 * @param sparql the same for the endpoint
 * @param workbench where it can be changed and asked
 * @param data its answer in formats for programs
 */
public record Behind(String question, String sparql, String workbench, List<Ref> data) {

  /** A saved question with the values of its parameters. */
  public static Behind of(Site site, Frame frame, String name, Map<String, String> values) {
    Question question = site.questions().named(name).orElseThrow();
    String sparql = question.query(values, site.release().prefixes()).toString().strip();
    return new Behind(
        frame.language().equals("zh") ? question.summaryZh() : question.summary(),
        sparql,
        frame.page("/query?query=" + Address.encodedValue(sparql)),
        List.of(data(frame, name, values, "csv"), data(frame, name, values, "json")));
  }

  /**
   * A query of the pages' own, told by the text {@code <name>.question}.
   *
   * @param file with it, below the folder of the server: {@code reading/map.rq}
   */
  public static Behind ofQuery(Frame frame, String file) {
    String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    return of(frame, frame.text(name + ".question"), resource(file));
  }

  /** A query that finds rows. */
  public static Behind of(Frame frame, String question, String sparql) {
    String asked = "/sparql?query=" + Address.encodedValue(sparql) + "&format=";
    return new Behind(
        question,
        sparql,
        frame.page("/query?query=" + Address.encodedValue(sparql)),
        List.of(
            new Ref("CSV", "", frame.href(asked + "csv")),
            new Ref("JSON", "", frame.href(asked + "json"))));
  }

  private static String resource(String file) {
    try (InputStream in = Behind.class.getResourceAsStream("/org/triplehelix/server/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ref data(Frame frame, String name, Map<String, String> values, String format) {
    StringBuilder path = new StringBuilder("/api/questions/" + name + "?");
    values.forEach(
        (parameter, value) -> path.append(parameter + "=" + Address.encodedValue(value) + "&"));
    return new Ref(format.toUpperCase(), "", frame.href(path + "format=" + format));
  }
}
