package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

  @ParameterizedTest
  @CsvSource({
    "2021, 2021-01-01, 2021-12-31",
    "2020-02, 2020-02-01, 2020-02-29",
    "2018-06-30, 2018-06-30, 2018-06-30",
    "2019-04/2020-03, 2019-04-01, 2020-03-31",
    "../2022-12, , 2022-12-31",
    "2019~/.., 2019-01-01, ",
    "/2010, , 2010-12-31",
    "196X~, 1960-01-01, 1969-12-31",
    "19XX, 1900-01-01, 1999-12-31",
    "2004?, 2004-01-01, 2004-12-31"
  })
  void periodHasItsFirstAndLastDay(String text, String from, String until) {
    Edtf period = Edtf.parse(text).orElseThrow();
    assertEquals(from, period.from().map(Object::toString).orElse(null));
    assertEquals(until, period.until().map(Object::toString).orElse(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "last year",
        "2021-13",
        "2021-02-30",
        "21",
        "2022/2021",
        "../..",
        "2020/2021/2022",
        "196X-05",
        "2021/last"
      })
  void whatIsNoPeriodIsRefused(String text) {
    assertTrue(Edtf.parse(text).isEmpty(), text);
  }
}
