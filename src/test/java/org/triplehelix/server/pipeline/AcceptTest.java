package org.triplehelix.server.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which format, language and encoding a client gets for what it says. */
class AcceptTest {
  private static final List<Format> FORMATS =
      List.of(
          Format.of("json", "application/sparql-results+json", "application/json"),
          Format.of("xml", "application/sparql-results+xml", "application/xml"),
          Format.text("csv", "text/csv"),
          Format.HTML);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                   | json",
        "*/*                                                  | json",
        "text/csv                                             | csv",
        "TEXT/CSV                                             | csv",
        "text/*                                               | csv",
        "text/*, text/csv;q=0.1                               | html",
        "text/csv;q=0.5, text/html;q=0.4, */*;q=0.1           | csv",
        "*/*, application/sparql-results+json;q=0             | xml",
        "application/json                                     | json",
        "application/xml;q=0.9, application/json;q=0.8        | xml",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
        "text/csv ; q = 0.3 , application/xml; q=0.2          | csv",
        "text/csv;header=present                              | csv",
        "text/csv;q=0.7;q=nonsense                            | csv",
        "image/png                                            | none",
        "image/png, text/csv;q=0                              | none",
        "*/*;q=0                                              | none",
        ",,;;,                                                | json"
      })
  void theBestFormatIsChosen(String header, String label) {
    assertEquals(label, new Accept(header).best(FORMATS).map(Format::label).orElse("none"), header);
  }

  @ParameterizedTest
  @CsvSource({
    "'', en",
    "zh, zh",
    "'zh-CN,zh;q=0.9,en;q=0.8', zh",
    "'en-GB,en;q=0.9,zh;q=0.8', en",
    "'fr,zh-Hans;q=0.2', zh",
    "fr, en",
    "'zh;q=0,en;q=0.1', en"
  })
  void theLanguageOfTheReaderIsChosen(String header, String language) {
    assertEquals(language, new Accept(header).language(List.of("en", "zh")), header);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "gzip, 1",
    "'gzip;q=0, *', 0",
    "*, 1",
    "'br, gzip;q=0.5', 0.5",
    "identity, 0"
  })
  void compressionIsUsedWhereItIsTaken(String header, double quality) {
    assertEquals(quality, new Accept(header).encoding("gzip"), header);
  }
}
