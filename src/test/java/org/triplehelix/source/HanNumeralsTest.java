package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numerals have their value, unclear ones have none. */
class HanNumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "第一,1",
    "十,10",
    "十七,17",
    "三十,30",
    "二十五,25",
    "一百零八,108",
    "两千,2000",
    "二〇二二,2022",
    "16,16",
    "'1,200',1200"
  })
  void numeralHasItsValue(String numeral, long value) {
    assertEquals(Optional.of(value), HanNumerals.value(numeral));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "十四五", "十百", "三万", "数十", "4.5", "99999999999999999999"})
  void unclearNumeralHasNone(String numeral) {
    assertEquals(Optional.empty(), HanNumerals.value(numeral));
  }
}
