package org.triplehelix.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.source.BadInputException;

/**
 * Each question gives, with its defaults, the answer in the file beside it: the same header, the
 * same rows in the same order; IRIs with prefix, literals without language and datatype, nothing
 * where a value is missing, lines ended by a line feed.
 */
class QuestionsTest {
  private static final String QUESTION =
      """
      #+ summary: Where?
      #+ summary_zh: 何处？
      #+ tags: places
      #+ defaults:
      #+   - thing: id:anvil
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      SELECT ?place
      WHERE { ?_thing_iri th:basedIn ?place }
      ORDER BY ?place
      """;

  @TestFactory
  Stream<DynamicTest> questionGivesItsExpectedAnswer() {
    Content content = Content.at(Path.of(""));
    Release release = ReleaseBuilder.build(content);
    DatasetGraph dataset = ReleaseDataset.of(release, Duration.ofSeconds(10));
    return Questions.in(content).list().stream()
        .map(q -> DynamicTest.dynamicTest(q.name(), () -> assertAnswer(q, release, dataset)));
  }

  private static void assertAnswer(Question question, Release release, DatasetGraph dataset) {
    Answer answer =
        Answer.of(question.query(Map.of(), release.prefixes()), dataset, release.prefixes());
    assertEquals(question.expected().text(), answer.toCsv(), question.expected().name());
  }

  @Test
  void parameterTakesThePlaceOfItsDefault() {
    try (Fixture fixture = fixture("where.rq", QUESTION)) {
      Release release = fixture.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
      DatasetGraph dataset = ReleaseDataset.of(release, Duration.ofSeconds(10));
      Question question = questions(fixture).named("where").orElseThrow();
      assertEquals("places", question.area());
      assertEquals(List.of("places"), question.tags());
      assertEquals(
          "place\nid:brook\n",
          Answer.of(question.query(Map.of(), release.prefixes()), dataset, release.prefixes())
              .toCsv());
      Map<String, String> clerk = Map.of("thing", "id:clerk");
      assertEquals(
          "place\n",
          Answer.of(question.query(clerk, release.prefixes()), dataset, release.prefixes())
              .toCsv());
      assertTold(
          () -> question.query(Map.of("thing", "the anvil"), release.prefixes()),
          "--param: thing=the anvil cannot be used; give a name such as id:london, or an IRI");
      assertTold(
          () -> question.query(Map.of("place", "id:brook"), release.prefixes()),
          "--param: there is no parameter place; give one of thing");
    }
  }

  @Test
  void unknownNameHasItsNearest() {
    try (Fixture fixture = fixture("where.rq", QUESTION)) {
      assertTrue(questions(fixture).named("were").isEmpty());
      assertTrue(questions(fixture).near("were").contains("where"));
    }
  }

  @Test
  void faultsOfAQuestionAreToldWithFileAndLine() {
    assertFault(QUESTION.replace("#+ summary: Where?\n", ""), ":1: the question has no summary; ");
    assertFault(
        QUESTION.replace("#+ summary_zh: 何处？\n", ""), ":1: the question has no summary_zh; ");
    assertFault(QUESTION.replace("ORDER BY ?place\n", ""), ": the query has no ORDER BY; ");
    assertFault(QUESTION.replace("?place }", "?place"), "where.rq:8:");
    assertFault(
        QUESTION.replace("PREFIX th", "PREFIX xx: <urn:x>\nPREFIX th"),
        ":7:1: PREFIX th: does not follow xx:; sort");
    assertFault(QUESTION.replace("- thing", "- thong"), ":5: the default thong: id:anvil is of no");
    assertFault(QUESTION.replace("#+   - thing: id:anvil\n", ""), "?_thing_iri has no default");
  }

  private static void assertFault(String text, String told) {
    try (Fixture fixture = fixture("where.rq", text)) {
      assertTold(() -> questions(fixture), told);
    }
  }

  @Test
  void sameNameAndMissingAnswerAreTold() {
    try (Fixture fixture = fixture("where.rq", QUESTION)) {
      fixture.write("ontology/questions/sources/where.rq", QUESTION);
      assertTold(
          () -> questions(fixture), "sources/where.rq: has the name of ontology/questions/places");
      assertTold(
          () -> questions(fixture), "sources/where.rq: there is no ontology/questions/sources");
    }
  }

  private static Questions questions(Fixture fixture) {
    return Questions.in(Content.at(fixture.root()));
  }

  private static Fixture fixture(String file, String text) {
    return new Fixture()
        .write("ontology/questions/places/" + file, text)
        .write("ontology/questions/places/" + file.replace(".rq", ".csv"), "place\n");
  }

  private static void assertTold(Runnable action, String told) {
    String message = assertThrows(BadInputException.class, action::run).getMessage();
    assertTrue(message.contains(told), message);
  }
}
