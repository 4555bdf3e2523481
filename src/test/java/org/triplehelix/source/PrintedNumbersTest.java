package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printed numbers have the value that a reader gives them. */
class PrintedNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "'有318,480个岗位',318480",
    "'７．４４亿元，３９％','0.39 744000000'",
    "'3亿5千万元',350000000",
    "'一亿二千万元',120000000",
    "'1千5百万',15000000",
    "'一点五万亿元',1500000000000",
    "'百亿元级，55万余名','550000 10000000000'",
    "'近三成，四成半','0.3 0.4 0.45'",
    "'百分之十五，千分之三，0.5个百分点','0.003 0.005 0.15'",
    "'五分之二，2/5多','0.4 2 5'",
    "'三分之一',0.3333333333333333",
    "'近一半，半数',0.5",
    "'两倍多，3倍','2 3'",
    "'翻番','1 2'",
    "'翻两番','3 4'",
    "'两年半','2 2.5'",
    "'数十年，几位，十几家，两三百人','1 10 200'",
    "'数十万名，二千多年','2000 100000'",
    "'50%到60%，20-30%','0.2 0.3 0.5 0.6 20'",
    "'3至5亿元','3 300000000 500000000'",
    "'二〇二二年第一名','1 2022'",
    "'排名世界首位',1",
    "'十四五规划，数年，最高',''",
    "'如此[3]',''",
    "'5/0','0 5'"
  })
  void haveTheirValue(String text, String values) {
    String found =
        PrintedNumbers.in(text).stream()
            .sorted()
            .map(BigDecimal::toPlainString)
            .collect(Collectors.joining(" "));
    String expected =
        values == null || values.isEmpty()
            ? ""
            : Arrays.stream(values.split(" "))
                .map(BigDecimal::new)
                .sorted()
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(" "));
    assertEquals(expected, found);
  }
}
