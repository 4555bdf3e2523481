package org.triplehelix.source;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the number expressions of a Chinese text that a reading must account for.
 *
 * <p>A number is: digits ({@code 318,480}, {@code 4.5%}, {@code 5G}, {@code 2018-21} twice); number
 * words ({@code 四所}, {@code 两倍多}, {@code 近三成}, {@code 三分之一}, {@code 百分之五}, {@code 十四五}, {@code
 * 二〇二二年}); ordinals ({@code 第一}); vague ones ({@code 数十}, {@code 数千份}, {@code 数年}, {@code 几年});
 * halves ({@code 一半}, {@code 半年}); multiples without a digit ({@code 翻番}); citations ({@code [3]}).
 * It takes in what belongs to it: 多 余 几 来, 万 亿, % 成 倍 半 个百分点.
 *
 * <p>Every number character counts unless it stands wholly within words of the stop list. So 一
 * counts before what can be counted (一家, 一所, 一年, 一倍, 第一个), and not where it is an article (一个, 一种,
 * unless a month, a half, a percentage point … is counted), means some (一些, 一批), same or whole (一致,
 * 统一), or is a part of a word (进一步, 一流, 之一). Better one too many than one too few: what the list
 * does not name is found. Numbers of list items ({@code （1）}, {@code 1.}, {@code 一、}, {@code 一是},
 * {@code [1]} at the start) are none.
 */
public final class Numbers {
  private static final String HAN = "〇○零一二两三四五六七八九十百千万亿廿几";
  private static final String UNIT = "十百千万亿兆";

  /** Which numbers there are, the longest form first. */
  private static final Pattern NUMBER =
      Pattern.compile(
          ("CITATION|(?:第?(?:百分之|千分之)?(?:DIGITS|HAN(?:点[〇零一二三四五六七八九]+)?(?:分之HAN)?)"
                  + "|(?<![A])数(?:[UNIT]+|(?=[B]))|半)TAIL|翻(?:[一两几]|DIGITS)?[番倍]|倍增|成倍")
              .replace("CITATION", "\\[\\d+(?:[-–—,，]\\d+)*\\]")
              .replace("DIGITS", "[0-9０-９]+(?:,\\d{3}(?!\\d))*(?:[.．][0-9０-９]+)?")
              .replace("HAN", "[" + HAN + "]+")
              .replace("UNIT", UNIT)
              .replace(
                  "TAIL", "[" + UNIT + "]*(?:[多余几来](?![自到于源]))?[" + UNIT + "]*(?:个?百分点|[%％‰成倍半])?")
              .replace("[A]", "[人指次总函多少参系分度岁户基整计]")
              .replace("[B]", "[个家名年月日天次位项所座种倍份]"));

  /** Words with number characters that count nothing; a part in brackets is looked at only. */
  private static final List<String> STOP_LIST =
      List.of(
          // an article
          "一个(?!半|多?月|百分点|世纪|季度|多?小时|多?星期|亿|工作日)",
          "一种",
          // some, a part, a while
          "一些|一批|一大批|一系列|一部分|一段|一定|一般|一度|一时|一旦|一下",
          // same, whole, together
          "一样|一致|一同|一起|一体|一并|一律|一切|一共|一贯|一直|一向|一味|统一|单一|合一",
          // an aspect, an end, a member
          "一方面|一端|一环|一员|一边|一面|一线|一手|一把手|一揽子|一站式|一方",
          // next, new, this, that, another, each, some, the only one, one of
          "[新下上这那另每某任同]一(?![年月天日周家所座名倍])|唯一|之一|逐一|一一|不一|万一|专一",
          // words and names
          "进一步|一步步|一格|一流|一带一路|一路|第三方(?!面)|第一时间|首屈一指",
          "万众|万物|万象|万能|万事|万万|万达|万科|千方百计|千禧|百姓|百货|百科|百花|百度|百分比",
          "百年未有|十分(?![之钟])|零售|零部件|零星|净零|几乎|几何|两者|三者|两会|两岸|二手|二维|三维|三角|三农",
          "四川|三亚|三峡|九江|五金|半导体|半岛|半球|半程马拉松|成倍数");

  private static final Pattern STOPPED = Pattern.compile(String.join("|", STOP_LIST));

  /** The number of an item at the start of the text or after a stop. */
  private static final Pattern ITEM =
      Pattern.compile(
          "(?<=^|[。；：;:）])(?:\\d{1,2}[.．、)）](?!\\d)|[一二三四五六七八九十]+、)"
              + "|(?<=^|[。；：;:），,])[一二三四五六七八九十]+是(?!否)"
              + "|^\\[\\d{1,3}\\]"
              + "|[（(](?:\\d{1,2}|[一二三四五六七八九十]+)[）)]");

  private Numbers() {}

  /**
   * A number expression.
   *
   * @param start offset of its first {@code char}
   * @param end offset after its last one
   * @param text as printed
   */
  public record Found(int start, int end, String text) {}

  /** The number expressions of a text without white space, in its order. */
  public static List<Found> in(String text) {
    BitSet stopped = new BitSet();
    Stream.concat(STOPPED.matcher(text).results(), ITEM.matcher(text).results())
        .forEach(m -> stopped.set(m.start(), m.end()));
    return NUMBER
        .matcher(text)
        .results()
        .filter(m -> stopped.nextClearBit(m.start()) < m.end())
        .map(m -> new Found(m.start(), m.end(), m.group()))
        .toList();
  }
}
