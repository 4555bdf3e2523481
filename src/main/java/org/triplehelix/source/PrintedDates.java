package org.triplehelix.source;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a date or period may be printed in a Chinese text. */
public final class PrintedDates {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
  private static final Pattern DECADE = Pattern.compile("(\\d{2})(\\d)X");
  private static final Pattern CENTURY = Pattern.compile("(\\d{2})XX");
  private static final Pattern YEARS = Pattern.compile("(\\d{4})[^/]*/\\d{2}(\\d{2}).*");
  private static final String DIGITS = "〇一二三四五六七八九";

  private PrintedDates() {}

  /** The forms of a literal of XSD or EDTF: 2014, 2014年, 二〇一四年, 7月, 60年代, 2018-21 … */
  public static Set<String> forms(String literal) {
    Set<String> forms = new TreeSet<>();
    Matcher date = DATE.matcher(literal);
    while (date.find()) {
      day(forms, date.group(1), date.group(2), date.group(3));
    }
    DECADE.matcher(literal).results().forEach(m -> decade(forms, m.group(1), m.group(2)));
    CENTURY.matcher(literal).results().forEach(m -> forms.add(century(m.group(1))));
    Matcher years = YEARS.matcher(literal);
    if (years.matches()) {
      for (char dash : "-—–~～至/".toCharArray()) {
        forms.add(years.group(1) + dash + years.group(2));
      }
    }
    return forms;
  }

  private static void day(Set<String> forms, String year, String month, String day) {
    forms.add(year);
    forms.add(han(year) + "年");
    forms.add(han(year).replace('〇', '零') + "年");
    if (month == null) {
      return;
    }
    number(forms, month, "月");
    for (String mark : new String[] {".", "-", "/"}) {
      forms.add(year + mark + month + (day == null ? "" : mark + day));
      forms.add(year + mark + plain(month) + (day == null ? "" : mark + plain(day)));
    }
    if (day != null) {
      number(forms, day, "日");
      number(forms, day, "号");
    }
  }

  private static void number(Set<String> forms, String digits, String unit) {
    forms.add(digits + unit);
    forms.add(plain(digits) + unit);
    forms.add(hanNumber(Integer.parseInt(digits)) + unit);
  }

  private static String plain(String digits) {
    return Integer.toString(Integer.parseInt(digits));
  }

  private static void decade(Set<String> forms, String hundreds, String ten) {
    String han = ten.equals("0") ? "〇" : hanNumber(Integer.parseInt(ten) * 10);
    forms.add(hundreds + ten + "0年代");
    forms.add(ten + "0年代");
    forms.add(han + "年代");
    forms.add(century(hundreds) + ten + "0年代");
    forms.add(hanNumber(Integer.parseInt(hundreds) + 1) + "世纪" + han + "年代");
  }

  private static String century(String hundreds) {
    return (Integer.parseInt(hundreds) + 1) + "世纪";
  }

  private static String han(String digits) {
    StringBuilder han = new StringBuilder();
    digits.chars().forEach(c -> han.append(DIGITS.charAt(c - '0')));
    return han.toString();
  }

  private static String hanNumber(int below100) {
    int tens = below100 / 10;
    int ones = below100 % 10;
    String head = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
    return head + (ones == 0 && tens > 0 ? "" : DIGITS.substring(ones, ones + 1));
  }
}
