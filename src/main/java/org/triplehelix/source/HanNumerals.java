package org.triplehelix.source;

import java.util.Optional;

/** The whole number that a Chinese or Arabic numeral stands for. */
public final class HanNumerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String UNITS = "十百千";
  private static final int SHORT = 9;

  private HanNumerals() {}

  /** The number in {@code 第一}, {@code 十七}, {@code 二〇二二}, {@code 1,200}; empty if unclear. */
  public static Optional<Long> value(String numeral) {
    String bare = numeral.replace("第", "").replace(",", "").replace('两', '二').replace('〇', '零');
    if (bare.isEmpty() || bare.length() > SHORT) {
      return Optional.empty();
    }
    if (bare.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Long.parseLong(bare));
    }
    return bare.chars().allMatch(c -> DIGITS.indexOf(c) >= 0) ? plain(bare) : withUnits(bare);
  }

  private static Optional<Long> plain(String digits) {
    long value = 0;
    for (char c : digits.toCharArray()) {
      value = value * 10 + DIGITS.indexOf(c);
    }
    return Optional.of(value);
  }

  private static Optional<Long> withUnits(String numeral) {
    long value = 0;
    long digit = 0;
    long lowest = Long.MAX_VALUE;
    boolean open = false;
    for (char c : numeral.toCharArray()) {
      int unit = UNITS.indexOf(c);
      if (unit >= 0) {
        long size = Math.round(Math.pow(10, unit + 1.0));
        if (size >= lowest) {
          return Optional.empty();
        }
        value += (open ? digit : 1) * size;
        lowest = size;
        open = false;
      } else if (DIGITS.indexOf(c) < 0 || open) {
        return Optional.empty();
      } else {
        digit = DIGITS.indexOf(c);
        open = digit != 0;
      }
    }
    return Optional.of(open ? value + digit : value);
  }
}
