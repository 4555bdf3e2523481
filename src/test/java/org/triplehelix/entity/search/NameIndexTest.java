package org.triplehelix.entity.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.entity.search.Name.Form;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

class NameIndexTest {
  private static final Release RELEASE = ReleaseBuilder.build(Content.at(Path.of("")));
  private static final NameIndex INDEX = new NameIndex(NamedThings.of(RELEASE));

  private static List<Match> search(String text) {
    return INDEX.search(text, thing -> true);
  }

  private static Node id(String name) {
    return NodeFactory.createURI(Family.ID.namespace() + name);
  }

  private static Optional<Match> found(String text, String name) {
    return search(text).stream().filter(m -> m.thing().node().equals(id(name))).findFirst();
  }

  /** A thing with names, preferred first, of which those with Chinese characters are Chinese. */
  private static Named named(String id, int weight, String... names) {
    return new Named(
        id(id),
        Kind.THING,
        Arrays.stream(names)
            .map(
                name ->
                    new Name(
                        name,
                        name.chars().anyMatch(Character::isIdeographic) ? "zh" : "en",
                        name.equals(names[0]) ? Form.PREFERRED : Form.ALIAS))
            .toList(),
        List.of(),
        Set.of(),
        Map.of(),
        weight);
  }

  private static List<String> order(String text, Named... things) {
    return new NameIndex(List.of(things))
        .search(text, thing -> true).stream()
            .map(m -> m.thing().node().getURI().replace(Family.ID.namespace(), ""))
            .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "London, london, EXACT",
    "lONDON, london, EXACT",
    "ＬＯＮＤＯＮ, london, EXACT",
    "Lónđon, london, EXACT",
    "伦敦, london, EXACT",
    "倫敦, london, EXACT",
    "Lond, london, PREFIX",
    "Turing, alan-turing-institute, WORD",
    "institute alan, alan-turing-institute, WORDS",
    "艾伦图灵, alan-turing-institute, PREFIX",
    "图灵研究所, alan-turing-institute, SUBSTRING",
    "LOTI, loti, EXACT",
    "Huairou, huairou-district, PINYIN",
    "huai rou, huairou-district, PINYIN",
    "huái róu, huairou-district, PINYIN",
    "lundun, london, PINYIN",
    "tuling yanjiusuo, alan-turing-institute, PINYIN_PART",
    "ati, alan-turing-institute, INITIALS",
    "altlyjs, alan-turing-institute, INITIALS",
    "Lundon, london, FUZZY",
    "Lodnon, london, FUZZY",
    "Alan Turning Institute, alan-turing-institute, FUZZY",
    "AHRC, arts-and-humanities-research-council, EXACT",
    "arts & humanities research council, arts-and-humanities-research-council, EXACT",
    "alan-turing-institute, alan-turing-institute, EXACT",
  })
  void aThingIsFoundByManyWaysToWriteItsName(String text, String id, Rank rank) {
    assertEquals(
        Optional.of(rank), found(text, id).map(Match::rank), () -> search(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndon", "敦伦", "Xyzzy", "Lond敦", "londres"})
  void whatIsNoPartOfItsNamesDoesNotFindIt(String text) {
    assertTrue(found(text, "london").isEmpty());
  }

  @Test
  void shortWordsAreNotGuessed() {
    Named bank = named("bank", 1, "Bank");
    assertEquals(List.of(), order("Bonk", bank));
    assertEquals(List.of("bank"), order("Bank", bank));
    Named tower = named("tower", 1, "Tower");
    assertEquals(List.of("tower"), order("Tawer", tower));
    assertEquals(List.of(), order("Tawar", tower));
  }

  @Test
  void betterAnswersComeFirst() {
    assertEquals(
        List.of("exact", "prefix", "word", "words", "fuzzy"),
        order(
            "green park",
            named("fuzzy", 9, "The Greem Park"),
            named("words", 8, "Park of Green"),
            named("word", 7, "New Green Parks"),
            named("prefix", 6, "Green Park House"),
            named("exact", 5, "Green Park")));
    assertEquals(
        List.of("exact", "prefix", "inside"),
        order(
            "怀柔",
            named("inside", 9, "北京怀柔区"),
            named("prefix", 8, "怀柔科学城"),
            named("exact", 7, "怀柔")));
    assertEquals(
        List.of("read-so", "named-so", "read-so-within"),
        order(
            "huairou",
            named("read-so-within", 9, "北京怀柔区"),
            named("read-so", 8, "怀柔"),
            named("named-so", 7, "Huairou District")));
  }

  @Test
  void namesComeBeforeAliasesAndWhatMuchIsSaidOfBeforeTheRest() {
    assertEquals(
        List.of("much", "little", "alias"),
        order(
            "park",
            named("alias", 9, "Garden", "Park"),
            named("little", 1, "Park"),
            named("much", 5, "Park")));
    assertEquals(List.of("a", "b"), order("park", named("b", 1, "Park"), named("a", 1, "Park")));
  }

  @Test
  void aCharacterOfSeveralReadingsIsFoundByEach() {
    Named delta = named("delta", 1, "长江三角洲");
    Named xiamen = named("xiamen", 1, "厦门");
    Named chongqing = named("chongqing", 1, "重庆");
    assertEquals(List.of("delta"), order("changjiang", delta, xiamen, chongqing));
    assertEquals(List.of("xiamen"), order("xiamen", delta, xiamen, chongqing));
    assertEquals(List.of("chongqing"), order("chong qing", delta, xiamen, chongqing));
  }

  @Test
  void everyThingIsFoundByEachOfItsNames() {
    for (Named thing : INDEX.things()) {
      for (Name name : thing.names()) {
        List<Match> matches = INDEX.search(name.text(), thing::equals);
        assertEquals(1, matches.size(), name.text());
        assertEquals(Rank.EXACT, matches.get(0).rank(), name.text());
      }
    }
  }

  @Test
  void everythingWithANameIsThere() {
    Set<Kind> kinds = INDEX.things().stream().map(Named::kind).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            Kind.THING,
            Kind.CONCEPT,
            Kind.SOURCE,
            Kind.SECTION,
            Kind.TERM,
            Kind.FIGURE,
            Kind.LESSON),
        kinds);
    assertTrue(INDEX.thing(id("london")).orElseThrow().allTypes().size() > 1);
    assertEquals(
        List.of(NodeFactory.createURI(TH.NS + "City")),
        INDEX.thing(id("london")).orElseThrow().types());
    assertTrue(INDEX.thing(NodeFactory.createURI(TH.NS + "City")).isPresent());
    assertTrue(INDEX.thing(id("atlantis")).isEmpty());
  }

  @Test
  void onlyWhatIsWantedIsFound() {
    Node city = NodeFactory.createURI(TH.NS + "City");
    List<Match> cities = INDEX.search("london", thing -> thing.allTypes().contains(city));
    assertFalse(cities.isEmpty());
    assertTrue(cities.stream().allMatch(m -> m.thing().allTypes().contains(city)));
    assertTrue(search("london").size() > cities.size());
  }

  @ParameterizedTest
  @CsvSource({
    "Turing, alan-turing-institute, Turing",
    "institute alan, alan-turing-institute, Alan|Institute",
    "图灵, alan-turing-institute, 图灵",
    "艾伦图灵, alan-turing-institute, 艾伦·图灵",
    "tuling, alan-turing-institute, 图灵",
    "ati, alan-turing-institute, A|T|I",
    "ahrc, arts-and-humanities-research-council, AHRC",
    "Alan Turning, alan-turing-institute, Alan|Turing",
  })
  void whatAnswersIsMarked(String text, String id, String marked) {
    Match match = found(text, id).orElseThrow();
    assertEquals(
        marked,
        Highlight.of(text, match).stream()
            .map(h -> match.name().text().substring(h.start(), h.end()))
            .collect(Collectors.joining("|")));
  }

  @Test
  void anApostropheAfterAWordIsNotMarked() {
    Match match =
        new NameIndex(List.of(named("study", 1, "Guangzhou's study")))
            .search("guangzhou", t -> true)
            .get(0);
    assertEquals(List.of(new Highlight(0, 9)), Highlight.of("guangzhou", match));
  }

  @Test
  void accentsAndWideFormsAreMarkedWhole() {
    Match match =
        new NameIndex(List.of(named("cafe", 1, "Le Cafe\u0301 ＡＩ")))
            .search("cafe ai", t -> true)
            .get(0);
    assertEquals(List.of(new Highlight(3, 11)), Highlight.of("cafe ai", match));
  }

  @Test
  void hostileTextsAreTexts() {
    for (String text :
        List.of(
            "",
            " \t\n",
            "\u0000\u0007",
            "\ud800",
            "\udc00\ud800x",
            ".*",
            "(a+)+$",
            "title:* AND [* TO *]",
            "\\",
            "%",
            "'; DROP",
            "\u202e\u200b",
            "𠀀",
            "a ".repeat(5_000),
            "ab".repeat(5_000),
            "伦".repeat(10_000))) {
      for (Match match : search(text)) {
        Highlight.of(text, match);
      }
      INDEX.near(text, 3);
    }
    assertEquals(List.of(), search(""));
    assertEquals(List.of(), search("***"));
    assertNotEquals(List.of(), search("london ".repeat(100)));
    assertEquals(List.of(), search("london ".repeat(200)), "longer than names are");
  }

  @Test
  void nearNamesOfAMissingOneAreGiven() {
    assertEquals(id("london"), INDEX.near("londn", 3).get(0));
    assertEquals(id("london"), INDEX.near(Family.ID.namespace() + "lodnon", 3).get(0));
    assertTrue(INDEX.near("alan-turing-centre", 3).contains(id("alan-turing-institute")));
    assertEquals(2, INDEX.near("university", 2).size());
    assertEquals(List.of(), INDEX.near("qqqq", 3));
  }
}
