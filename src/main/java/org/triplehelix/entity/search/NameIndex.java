package org.triplehelix.entity.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.search.Name.Form;

/**
 * Finds things by what they are called: in Chinese or English, by the beginning of a name or word,
 * by any part of a Chinese name, by its reading in letters, by initials, and in spite of a mistake
 * or two. All is in order in memory: nothing is gone through name by name.
 */
public final class NameIndex {
  private static final Set<String> SMALL_WORDS =
      Set.of("a", "an", "and", "at", "by", "de", "du", "for", "in", "of", "on", "the", "to");

  /** Of one question; each is looked up by itself. */
  private static final int MOST_WORDS = 12;

  /** Characters of what is asked for; no name comes near. */
  private static final int LONGEST = 1_000;

  private static final int LEAST_INITIALS = 2;

  private final List<Named> things;
  private final Map<Node, Named> byNode = new HashMap<>();
  private final Set<Node> types = new HashSet<>();
  private final List<Name> names = new ArrayList<>();
  private final int[] owners;
  private final Starts starts;
  private final Starts readings;
  private final int[] named;
  private final Map<String, int[]> initials = new HashMap<>();
  private final Words words;

  /** An index of things. */
  public NameIndex(Collection<Named> all) {
    things =
        all.stream()
            .sorted(
                Comparator.comparingInt(Named::weight)
                    .reversed()
                    .thenComparing(thing -> thing.node().getURI()))
            .toList();
    Numbers owning = new Numbers();
    for (int thing = 0; thing < things.size(); thing++) {
      byNode.put(things.get(thing).node(), things.get(thing));
      types.addAll(things.get(thing).allTypes());
      for (Name name : things.get(thing).names()) {
        names.add(name);
        owning.add(thing);
      }
    }
    owners = owning.all();
    List<String> texts = names.stream().map(name -> Folded.of(name.text()).text()).toList();
    starts = starts(texts);
    Numbers read = new Numbers();
    readings = readings(texts, read);
    named = read.all();
    words = new Words(texts);
  }

  private static Starts starts(List<String> texts) {
    Starts.Builder builder = new Starts.Builder();
    for (String text : texts) {
      int number = builder.add(text);
      for (int i = 0; i < text.length(); i++) {
        if (Folded.startsAt(text, i)) {
          builder.start(number, i);
        }
      }
    }
    return builder.build();
  }

  private Starts readings(List<String> texts, Numbers read) {
    Map<String, Numbers> gathered = new HashMap<>();
    Starts.Builder builder = new Starts.Builder();
    for (int name = 0; name < texts.size(); name++) {
      String text = texts.get(name);
      for (Pinyin pinyin : Pinyin.of(text)) {
        int number = builder.add(pinyin.text());
        read.add(name);
        for (int i = 0; i < text.length(); i++) {
          if (Folded.startsAt(text, i)) {
            builder.start(number, pinyin.starts()[i]);
          }
        }
        gather(gathered, pinyin.initials(), name);
      }
      for (String letters : initials(text)) {
        gather(gathered, letters, name);
      }
    }
    gathered.forEach((letters, numbers) -> initials.put(letters, numbers.sorted()));
    return builder.build();
  }

  private static void gather(Map<String, Numbers> gathered, String letters, int name) {
    if (letters.length() >= LEAST_INITIALS) {
      gathered.computeIfAbsent(letters, l -> new Numbers()).add(name);
    }
  }

  /** The first letters of a name's words, with and without the small ones. */
  static Set<String> initials(String folded) {
    StringBuilder all = new StringBuilder();
    StringBuilder great = new StringBuilder();
    for (String word : folded.split(" ")) {
      if (!word.isEmpty()) {
        all.append(word.charAt(0));
        great.append(isSmall(word) ? "" : word.substring(0, 1));
      }
    }
    return new LinkedHashSet<>(List.of(all.toString(), great.toString()));
  }

  /** What remains of a name when it is compared: no case, no accents, no punctuation. */
  public static String key(String name) {
    return Folded.of(name).text();
  }

  /** Whether a word is one that initials often leave out. */
  static boolean isSmall(String word) {
    return SMALL_WORDS.contains(word);
  }

  /** All things, those with the most statements first. */
  public List<Named> things() {
    return things;
  }

  /** Whether anything is of a type. */
  public boolean hasType(Node type) {
    return types.contains(type);
  }

  /** The thing that a node is, if it has names. */
  public Optional<Named> thing(Node node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /**
   * What is meant by a text, the best first; each thing once, by the name that answers best.
   * Nothing by a text that is longer than names are: the time to compare grows with it.
   *
   * @param wanted which things come into question
   */
  public List<Match> search(String text, Predicate<Named> wanted) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    String asked = Folded.of(text).text();
    if (asked.isEmpty()) {
      return List.of();
    }
    Found found = new Found(wanted);
    List<String> parts = Words.of(asked).stream().distinct().toList();
    byBeginning(asked, found);
    if (parts.size() <= MOST_WORDS) {
      byWords(parts, found);
    }
    byLetters(asked.replace(" ", ""), found);
    return found.sorted();
  }

  private void byBeginning(String asked, Found found) {
    starts.each(
        asked,
        place -> {
          String text = starts.textOf(Starts.text(place));
          found.offer(Starts.text(place), rank(text, Starts.offset(place), asked.length()));
        });
  }

  private static Rank rank(String text, int offset, int length) {
    if (offset == 0) {
      return text.length() == length ? Rank.EXACT : Rank.PREFIX;
    }
    boolean within = Folded.isHan(text.charAt(offset)) && Folded.isHan(text.charAt(offset - 1));
    return within ? Rank.SUBSTRING : Rank.WORD;
  }

  private void byWords(List<String> parts, Found found) {
    int[] exact = null;
    int[] alike = null;
    for (String part : parts) {
      Numbers beginning = new Numbers();
      starts.each(part, place -> beginning.add(Starts.text(place)));
      int[] begun = beginning.sorted();
      exact = exact == null ? begun : Numbers.both(exact, begun);
      Numbers meant = words.like(part);
      meant.addAll(begun);
      alike = alike == null ? meant.sorted() : Numbers.both(alike, meant.sorted());
      if (alike.length == 0) {
        return;
      }
    }
    if (parts.size() > 1) {
      found.offer(exact, Rank.WORDS);
    }
    found.offer(alike, Rank.FUZZY);
  }

  private void byLetters(String letters, Found found) {
    if (letters.length() < LEAST_INITIALS) {
      return;
    }
    found.offer(initials.getOrDefault(letters, Numbers.NONE), Rank.INITIALS);
    readings.each(
        letters,
        place -> {
          int reading = Starts.text(place);
          boolean whole =
              Starts.offset(place) == 0 && readings.textOf(reading).length() == letters.length();
          found.offer(named[reading], whole ? Rank.PINYIN : Rank.PINYIN_PART);
        });
  }

  /**
   * The things whose names are most like a text, or like the last part of an address, the nearest
   * first; if none is, those that have the most of its words.
   */
  public List<Node> near(String text, int most) {
    return near(text, most, thing -> true);
  }

  /** The same among some things. */
  public List<Node> near(String text, int most, Predicate<Named> wanted) {
    String last = text.substring(1 + Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')));
    List<Match> matches = search(last, wanted);
    if (matches.isEmpty()) {
      matches = sharingWords(last, wanted);
    }
    return matches.stream().limit(most).map(match -> match.thing().node()).toList();
  }

  private List<Match> sharingWords(String text, Predicate<Named> wanted) {
    Map<Node, Integer> common = new HashMap<>();
    Map<Node, Match> matches = new HashMap<>();
    Words.of(Folded.of(text).text()).stream()
        .filter(word -> word.length() > 1 && !isSmall(word))
        .distinct()
        .limit(MOST_WORDS)
        .flatMap(word -> search(word, wanted).stream())
        .forEach(
            match -> {
              common.merge(match.thing().node(), 1, Integer::sum);
              matches.putIfAbsent(match.thing().node(), match);
            });
    return matches.values().stream()
        .sorted(
            Comparator.comparingInt((Match match) -> -common.get(match.thing().node()))
                .thenComparing(Match::rank)
                .thenComparingInt(match -> -match.thing().weight())
                .thenComparing(match -> match.thing().node().getURI()))
        .toList();
  }

  /** The best name of each thing so far. */
  private final class Found {
    private final Predicate<Named> wanted;
    private final int[] best = new int[things.size()];
    private final int[] places = new int[things.size()];
    private final Numbers hits = new Numbers();

    Found(Predicate<Named> wanted) {
      this.wanted = wanted;
    }

    void offer(int[] several, Rank rank) {
      for (int name : several) {
        offer(name, rank);
      }
    }

    void offer(int name, Rank rank) {
      int thing = owners[name];
      int place = 1 + rank.ordinal() * Form.values().length + names.get(name).form().ordinal();
      if (places[thing] == 0) {
        if (!wanted.test(things.get(thing))) {
          return;
        }
        hits.add(thing);
      }
      if (places[thing] == 0
          || place < places[thing]
          || place == places[thing] && name < best[thing]) {
        places[thing] = place;
        best[thing] = name;
      }
    }

    /** By rank and form, then by weight, which is the order of the things. */
    List<Match> sorted() {
      return Arrays.stream(hits.all())
          .mapToLong(thing -> (long) places[thing] << Integer.SIZE | thing)
          .sorted()
          .mapToObj(packed -> match((int) packed))
          .toList();
    }

    private Match match(int thing) {
      Rank rank = Rank.values()[(places[thing] - 1) / Form.values().length];
      return new Match(things.get(thing), names.get(best[thing]), rank);
    }
  }
}
