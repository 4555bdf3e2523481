package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Literals of dates know how they are printed. */
class PrintedDatesTest {
  @ParameterizedTest
  @CsvSource({
    "2014,2014",
    "2014,二〇一四年",
    "2019-04,4月",
    "2019-04,四月",
    "2022-01-25,25日",
    "2022-01-25,2022.1.25",
    "2019-04/2020-03,3月",
    "2018/2021,2018-21",
    "196X,60年代",
    "196X,20世纪60年代",
    "196X,二十世纪六十年代",
    "19XX,20世纪",
    "../2022-12,12月",
    "2030~,2030"
  })
  void formIsKnown(String literal, String form) {
    assertTrue(PrintedDates.forms(literal).contains(form), PrintedDates.forms(literal)::toString);
  }

  @ParameterizedTest
  @CsvSource({"2014,4", "2014,4月", "2019-04,2020", "196X,70年代", "2018/2021,2018-22"})
  void otherFormIsNot(String literal, String form) {
    assertFalse(PrintedDates.forms(literal).contains(form));
  }
}
