package org.triplehelix.server.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which format, language and encoding a client gets for what it says. */
class AcceptTest {
  private static final List<Format> FORMATS =
      List.of(
          Format.of("json", "application/sparql-results+json", "application/json"),
          Format.of("xml", "application/sparql-results+xml", "application/xml"),
          Format.text("csv", "text/csv", "text/csv;header=present"),
          Format.HTML);

  private static final Format TURTLE =
      Format.text("ttl", "text/turtle", "text/n3", "text/turtle;version=1.1");
  private static final Format TURTLE12 = TURTLE.inVersion("1.2");

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
        "text/csv;q=0.7;broken=\"                               | none",
        "text/csv;header=absent                               | none",
        "text/csv;header=absent, text/html;q=0.1              | html",
        "text/html;charset=UTF-8                              | html",
        "application/json;profile=\"http://x.org/a,b;c\"        | json",
        "application/json;odd=1                               | none",
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
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle                                         | ttl     | ttl-1.2",
        "text/turtle;version=1.1                             | ttl     | ttl",
        "text/turtle;version=1.2                             | ttl-1.2 | ttl-1.2",
        "text/turtle; Version=\"1.2\"                         | ttl-1.2 | ttl-1.2",
        "text/turtle;charset=utf-8;version=1.2               | ttl-1.2 | ttl-1.2",
        "text/turtle;version=1.2, text/turtle;q=0.9          | ttl-1.2 | ttl-1.2",
        "text/turtle;version=1.2;q=0.8, text/turtle;q=0.9    | ttl     | ttl",
        "text/turtle;version=1.2;q=0, */*                    | ttl     | ttl",
        "text/turtle;version=1.1;q=0, text/turtle            | ttl     | ttl-1.2",
        "text/turtle;version=1.3                             | none    | none",
        "text/n3                                             | ttl     | ttl-1.2",
        "text/n3;version=1.2                                 | none    | none"
      })
  void versionsAreToldApart(String header, String plainFirst, String newFirst) {
    Accept accept = new Accept(header);
    assertEquals(plainFirst, label(accept.best(List.of(TURTLE, TURTLE12))));
    assertEquals(newFirst, label(accept.best(List.of(TURTLE12, TURTLE))));
  }

  private static String label(Optional<Format> format) {
    return format.map(Format::label).orElse("none");
  }

  @Test
  void aVersionIsToldAndCalledByItsName() {
    assertEquals("text/turtle; charset=utf-8; version=1.2", TURTLE12.contentType());
    assertEquals("text/turtle; charset=utf-8", TURTLE.contentType());
    assertTrue(TURTLE12.isCalled("ttl-1.2"));
    assertTrue(TURTLE12.isCalled("text/turtle;version=1.2"));
    assertFalse(TURTLE.isCalled("ttl-1.2"));
    assertFalse(TURTLE12.isCalled("text/turtle;version=1.1"));
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
