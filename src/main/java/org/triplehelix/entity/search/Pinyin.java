package org.triplehelix.entity.search;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How a name with Chinese characters is read, without tones and spaces: 怀柔 as {@code huairou}.
 *
 * @param text the syllables, with what is written in letters between them
 * @param starts for each character of the folded name, where its syllable starts; and where the
 *     last ends
 * @param initials of its syllables and words
 */
record Pinyin(String text, int[] starts, String initials) {
  /** Of a name with many characters of several readings. */
  private static final int MOST_READINGS = 4;

  private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");

  /** By character; two threads may fill in the same. */
  private static final String[] KNOWN = new String[Character.MAX_VALUE + 1];

  private static final Map<Character, List<String>> OTHERS = otherReadings();

  /** All readings of a folded name; none if it has no Chinese characters. */
  static List<Pinyin> of(String folded) {
    if (folded.chars().noneMatch(c -> Folded.isHan((char) c))) {
      return List.of();
    }
    List<Pinyin> readings = new ArrayList<>();
    for (List<String> syllables : variants(folded, syllables(folded))) {
      readings.add(joined(folded, syllables));
    }
    return readings;
  }

  /** A syllable for each character, or the character itself. */
  private static List<String> syllables(String folded) {
    return folded
        .chars()
        .mapToObj(c -> c == ' ' ? "" : Folded.isHan((char) c) ? read((char) c) : (char) c + "")
        .toList();
  }

  /** One by one: reading them together takes a hundred times as long and tells little more. */
  private static String read(char character) {
    String known = KNOWN[character];
    if (known == null) {
      known = LATIN.transliterate(Character.toString(character)).trim();
      KNOWN[character] = known;
    }
    return known;
  }

  private static List<List<String>> variants(String folded, List<String> syllables) {
    List<List<String>> variants = new ArrayList<>(List.of(syllables));
    for (int i = 0; i < folded.length(); i++) {
      for (String other : OTHERS.getOrDefault(folded.charAt(i), List.of())) {
        for (List<String> variant : List.copyOf(variants)) {
          if (variants.size() < MOST_READINGS && !variant.get(i).equals(other)) {
            List<String> further = new ArrayList<>(variant);
            further.set(i, other);
            variants.add(further);
          }
        }
      }
    }
    return variants;
  }

  private static Pinyin joined(String folded, List<String> syllables) {
    StringBuilder text = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    int[] starts = new int[folded.length() + 1];
    for (int i = 0; i < folded.length(); i++) {
      starts[i] = text.length();
      String syllable = syllables.get(i);
      if (!syllable.isEmpty() && Folded.startsAt(folded, i)) {
        initials.append(syllable.charAt(0));
      }
      text.append(syllable);
    }
    starts[folded.length()] = text.length();
    return new Pinyin(text.toString(), starts, initials.toString());
  }

  private static Map<Character, List<String>> otherReadings() {
    Properties file = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Pinyin.class.getResourceAsStream("readings.properties"), StandardCharsets.UTF_8)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Character, List<String>> readings = new HashMap<>();
    file.forEach(
        (character, others) ->
            readings.put(character.toString().charAt(0), List.of(others.toString().split("\\s+"))));
    return readings;
  }
}
