package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;

/** What is wrong with a file is told with file, line, column and remedy. */
class InputProblemsTest {
  private static final int PREFIX_LINES = (int) Fixture.PREFIXES.lines().count();

  private final Fixture fixture = new Fixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private List<InputProblem> problems() {
    return assertThrows(BadInputException.class, fixture::release).problems();
  }

  private InputProblem problemOf(String trig) {
    fixture.reading(trig);
    List<InputProblem> problems = problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0);
  }

  private void assertAt(InputProblem problem, int lineAfterPrefixes, int column) {
    assertEquals("data/readings/made-up.trig", problem.position().file());
    assertEquals(PREFIX_LINES + lineAfterPrefixes, problem.position().line());
    assertEquals(column, problem.position().column());
  }

  private void assertTells(InputProblem problem, String what, String remedy) {
    assertTrue(problem.what().contains(what), problem::toString);
    assertTrue(problem.remedy().contains(remedy), problem::toString);
  }

  @Test
  void nothingIsWrongWithTheFixture() {
    fixture.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
  }

  @Test
  void syntaxErrorIsReportedWithItsPlace() {
    InputProblem problem = problemOf("mu:s001 {\n    id:anvil th:basedIn id:brook ! .\n}\n");
    assertAt(problem, 2, 34);
    assertTells(problem, "syntax error", "mend the syntax");
  }

  @Test
  void undefinedPrefixIsReportedWithItsPlace() {
    InputProblem problem = problemOf("mu:s001 {\n    id:anvil org:memberOf id:brook .\n}\n");
    assertAt(problem, 2, 14);
    assertTells(problem, "prefix org: is not defined", "PREFIX org: <http://www.w3.org/ns/org#>");
  }

  @Test
  void undefinedPrefixOfADatatypeIsReportedToo() {
    InputProblem problem = problemOf("mu:s001 {\n    id:anvil th:cites \"x\"^^foo:bar .\n}\n");
    assertTells(problem, "prefix foo: is not defined", "write a PREFIX line");
  }

  @Test
  void unknownTermIsReportedWithTheNearest() {
    InputProblem problem = problemOf("mu:s001 {\n    id:anvil th:baseIn id:brook .\n}\n");
    assertAt(problem, 2, 14);
    assertTells(problem, "th:baseIn is not defined", "did you mean th:basedIn?");
  }

  @Test
  void unknownThingIsReportedWithTheNearest() {
    InputProblem problem = problemOf("mu:s001 {\n    id:anvil th:basedIn id:brok .\n}\n");
    assertAt(problem, 2, 25);
    assertTells(problem, "id:brok is not defined", "did you mean id:brook?");
    assertTells(problem, "", "data/register/");
  }

  @Test
  void unknownPassageIsReported() {
    fixture.reading("mu:s009 {\n    id:anvil th:basedIn id:brook .\n}\n");
    List<InputProblem> problems = problems();
    assertTells(problems.get(0), "is not defined", "did you mean");
    assertEquals(PREFIX_LINES + 1, problems.get(0).position().line());
  }

  @Test
  void passageOfAnotherSourceIsReported() {
    fixture.write(
        "data/readings/other.trig",
        Fixture.PREFIXES + "mu:s001 {\n    id:anvil th:basedIn id:brook .\n}\n");
    assertTells(problems().get(0), "is no passage of other", "seeds/other.ttl");
  }

  @Test
  void unknownNodeAndClaimAreReported() {
    fixture.reading(
        "mu:s001 { fact:mu-s001-a a th:Measure ; th:example fact:mu-s001-b ; th:resultsIn"
            + " claim:mu-s001-c . }");
    List<InputProblem> problems = problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTells(problems.get(0), "fact:mu-s001-b is not defined", "in its passage");
    assertTells(problems.get(1), "claim:mu-s001-c is not defined", "~");
  }

  @Test
  void statementOutsideOfAPassageIsReported() {
    InputProblem problem = problemOf("id:anvil th:basedIn id:brook .\n");
    assertTells(problem, "outside of any passage", "braces");
  }

  @Test
  void blankNodeIsReported() {
    InputProblem problem = problemOf("mu:s001 { id:anvil th:example [] . }");
    assertTells(problem, "blank node", "fact:mu-s001-");
  }

  @Test
  void nodeOfAnotherPassageIsReported() {
    InputProblem problem = problemOf("mu:s001 { fact:mu-s002-x a th:Measure . }");
    assertTells(problem, "must be named mu-s001-", "rename it");
  }

  @Test
  void annotationOnATripleOfANodeIsReported() {
    InputProblem problem =
        problemOf(
            "mu:s001 { fact:mu-s001-x a th:Measure ; th:actor id:anvil {| th:status th:Doubted |}"
                + " . }");
    assertTells(problem, "one claim as a whole", "on the node itself");
  }

  @Test
  void claimNamedAfterAnotherPassageIsReported() {
    InputProblem problem =
        problemOf("mu:s001 { id:anvil th:basedIn id:brook ~ claim:mu-s002-seat . }");
    assertTells(problem, "must start with claim:mu-s001-", "claim:mu-s001-");
  }

  @Test
  void unassertedClaimMustBeDenied() {
    InputProblem problem =
        problemOf(
            "mu:s001 { << id:anvil th:basedIn id:brook ~ claim:mu-s001-x >> th:modality th:Planned"
                + " . }");
    assertTells(problem, "must be denied", "th:Denied");
  }

  @Test
  void deniedClaimMustNotBeAsserted() {
    InputProblem problem =
        problemOf("mu:s001 { id:anvil th:basedIn id:brook {| th:modality th:Denied |} . }");
    assertTells(problem, "must not be asserted", "<< s p o");
  }

  @Test
  void twoStatusesAndOddModalitiesAreReported() {
    fixture.reading(
        """
        mu:s001 { id:anvil th:basedIn id:brook {| th:status th:Doubted , th:Rejected |} . }
        mu:s002 { id:anvil th:basedIn id:brook {| th:modality th:Rejected |} . }
        """);
    List<InputProblem> problems = problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTells(problems.get(0), "th:status", "th:Accepted, th:Doubted, th:Rejected");
    assertTells(problems.get(1), "th:modality", "th:Planned");
  }

  @Test
  void badPeriodAndBadRangesAreReported() {
    fixture
        .reading("mu:s001 { id:anvil th:basedIn id:brook {| th:during \"2019\" |} . }")
        .write(
            "seeds/second.ttl",
            """
            PREFIX s: <https://w3id.org/triplehelix/source/second/>
            PREFIX th: <https://w3id.org/triplehelix/ontology#>

            s:s001
                a th:Passage ;
                th:ranges "20-10" ;
                .
            """);
    List<InputProblem> problems = problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTells(problems.get(0), "no period", "edtf:EDTF");
    assertTells(problems.get(1), "no ranges", "ascending");
    assertEquals(6, problems.get(1).position().line());
  }

  @Test
  void lexicalFormThatDoesNotFitItsDatatypeIsReported() {
    fixture.write(
        "data/register/more.ttl",
        """
        PREFIX id: <https://w3id.org/triplehelix/id/>
        PREFIX th: <https://w3id.org/triplehelix/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

        id:dale
            a th:City ;
            th:position "first"^^xsd:integer ;
            .
        """);
    List<InputProblem> problems = problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals("data/register/more.ttl", problems.get(0).position().file());
    assertEquals(7, problems.get(0).position().line());
  }

  @Test
  void faultsOfSeveralFilesAreReportedAtOnceInTheirOrder() {
    fixture
        .reading("mu:s001 { id:nobody th:basedIn id:brook ; th:nothing id:nowhere . }")
        .write("data/register/more.ttl", "PREFIX id: <x:>\nid:dale foo:bar baz:qux .\n")
        .write(
            "data/curation/made-up.ttl", "<https://w3id.org/triplehelix/nothing/x> <x:y> <x:z> .");
    List<InputProblem> problems = problems();
    assertEquals(
        List.of(
            "data/curation/made-up.ttl",
            "data/readings/made-up.trig",
            "data/readings/made-up.trig",
            "data/readings/made-up.trig",
            "data/register/more.ttl",
            "data/register/more.ttl"),
        problems.stream().map(p -> p.position().file()).toList());
  }

  @Test
  void fileInAnotherEncodingIsReported() throws java.io.IOException {
    java.nio.file.Files.write(
        fixture.root().resolve("data/register/latin.ttl"), new byte[] {'#', (byte) 0xE9, '\n'});
    assertTells(problems().get(0), "not in UTF-8", "UTF-8");
  }

  @Test
  void brokenRuleIsReportedWithItsPlace() {
    fixture.write("ontology/rules/broken.rq", "CONSTRUCT { ?s ?p }\nWHERE { }\n");
    InputProblem problem = problems().get(0);
    assertEquals("ontology/rules/broken.rq", problem.position().file());
    assertEquals(1, problem.position().line());
    fixture.write("ontology/rules/broken.rq", "SELECT * { ?s ?p ?o }\n");
    assertTells(problems().get(0), "no CONSTRUCT", "make it one");
  }

  @Test
  void folderWithoutAnOntologyIsReported() {
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> Content.at(java.nio.file.Path.of("src/test/java")));
    assertTells(e.problems().get(0), "no Triple Helix folder", "--home");
  }
}
