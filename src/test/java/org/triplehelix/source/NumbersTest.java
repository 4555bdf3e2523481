package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Number expressions are found, and words that only look like them are not. */
class NumbersTest {
  private static String numbers(String text) {
    return Numbers.in(text).stream().map(Numbers.Found::text).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "'有318,480个岗位','318,480'",
    "'占4.5%，升至21.05％','4.5% 21.05％'",
    "'过半数的三分之一','半 三分之一'",
    "'百分之十五','百分之十五'",
    "'近三成和一半','三成 一半'",
    "'两倍多、3倍','两倍 3倍'",
    "'四所、七所、一家、一所','四 七 一 一'",
    "'十四五规划','十四五'",
    "'二〇二二年','二〇二二'",
    "'第一名，第三位，第一个','第一 第三 第一'",
    "'700多家，1万多家，40余个','700多 1万多 40余'",
    "'数十人，数千份，数年，几年','数十 数千 数 几'",
    "'5G和O2，2018-21年','5 2 2018 21'",
    "'一年，一个月，一个半月，一个百分点','一 一 一 半 一个百分点'",
    "'产值翻番，翻一番，成倍','翻番 翻一番 成倍'",
    "'如此[3]，又如[1-4]','[3] [1-4]'",
    "'一万亿元，1.5亿元','一万亿 1.5亿'",
    "'十分之一','十分之一'",
    "'上一年，每一家，十分钟','一 一 十'",
    "'第三方面','第三'",
    "'三点五个百分点','三点五个百分点'"
  })
  void numbersAreFound(String text, String expected) {
    assertEquals(expected, numbers(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一些标准", "一定要", "一起走", "一直在", "进一步", "统一的", "意见一致", "万万不可", "一个城", "一种桥", "之一", "一流大学",
        "一方面", "新一代", "下一步", "同一", "唯一的", "十分重要", "百姓", "数字经济", "数据", "指数十分高", "统一一些", "第三方", "一系列",
        "几乎没有", "半导体", "人数年均"
      })
  void wordsAreNoNumbers(String text) {
    assertEquals("", numbers(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]溪城年鉴",
        "（1）修桥",
        "(二)修桥",
        "1.修桥",
        "12、修桥",
        "一、修桥",
        "一是修桥；二是铺路",
        "一是修桥，二是铺路",
        "（1）一是修桥"
      })
  void listItemsAreNoNumbers(String text) {
    assertEquals("", numbers(text));
  }

  @Test
  void yearAtTheStartIsNoListItem() {
    assertEquals("2014", numbers("2014年修桥"));
    assertEquals("3.5亿", numbers("3.5亿元"));
  }

  @Test
  void offsetsPointIntoTheText() {
    Numbers.Found found = Numbers.in("溪城有四所大学").get(0);
    assertEquals(3, found.start());
    assertEquals(4, found.end());
  }
}
