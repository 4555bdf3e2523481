package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    assertTells(problem, "blank node", "fact:<passage>-<what>");
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
        .write("data/register/more.ttl", "PREFIX ex: <x:>\nex:dale foo:bar baz:qux .\n")
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
    assertTells(e.problems().get(0), "no Triple Helix folder", "ontology, data and seeds");
  }

  @Test
  void unknownConceptIsReported() {
    InputProblem problem =
        problemOf(
            "PREFIX theme: <https://w3id.org/triplehelix/concept/themes/>\n"
                + "mu:s001 { id:anvil th:theme theme:talents . }");
    assertTells(problem, "theme:talents is not defined", "did you mean theme:talent?");
  }

  @Test
  void prefixWithAnotherMeaningIsReported() {
    fixture.write(
        "data/register/more.ttl",
        "PREFIX th: <https://w3id.org/triplehelix/ontology/>\n<x:y> a th:City .\n");
    assertTells(problems().get(0), "prefix th: stands for", "ontology#> everywhere");
  }

  @Test
  void unknownDatatypeOfOursIsReported() {
    InputProblem problem = problemOf("mu:s001 { mu:s001 th:cites \"1\"^^th:Mark . }");
    assertTells(problem, "th:Mark is not defined", "declare it in ontology/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mu:s001 { fact:mu-s001-x a th:Measure ; th:actor [] . }",
        "mu:s001 { fact:mu-s001-x a th:Measure ; th:actor _:a . }",
        "mu:s001 { mu:s001 th:mentions [] . }",
        "mu:s001 { id:anvil th:basedIn id:brook {| th:saidBy [] |} . }",
        "mu:s001 { _:x th:basedIn id:brook . }"
      })
  void blankNodesAreReportedWhereverTheyStand(String trig) {
    assertTells(problemOf(trig), "a blank node stands", "name");
  }

  @Test
  void blankNodeInTheRegisterIsReported() {
    fixture.write(
        "data/register/more.ttl",
        "PREFIX th: <https://w3id.org/triplehelix/ontology#>\n_:x a th:City .\n");
    assertTells(problems().get(0), "a blank node stands", "give it a name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mu:s001 { id:anvil th:basedIn <<( id:anvil th:basedIn id:brook )>> . }",
        "mu:s001 { claim:mu-s001-a <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> id:brook . }"
      })
  void tripleTermsOutsideOfAnnotationsAreReported(String trig) {
    fixture.reading(trig);
    assertTrue(
        problems().stream().anyMatch(p -> p.remedy().contains("{|") || p.remedy().contains("~")));
  }

  @Test
  void annotationInTheRegisterIsReported() {
    fixture.write(
        "data/register/more.ttl",
        Fixture.PREFIXES + "id:brook th:describedAs \"x\"@zh {| th:status th:Doubted |} .\n");
    assertTrue(
        problems().stream()
            .anyMatch(p -> p.what().contains("only plain triples") && p.position().line() == 9));
  }

  @Test
  void modalityAndStatusOfAPassageAreChecked() {
    assertTells(
        problemOf("mu:s001 { mu:s001 th:modality th:Doubted . }"), "th:modality", "th:Planned");
    assertTells(
        problemOf("mu:s001 { mu:s001 th:modality th:Planned , th:Opinion . }"),
        "th:modality",
        "one");
    assertTells(
        problemOf("mu:s001 { mu:s001 th:status th:Rejected . }"), "no th:status", "on the nodes");
  }

  @Test
  void annotationWithoutItsBracesIsReported() {
    InputProblem problem =
        problemOf("mu:s001 { id:anvil th:basedIn id:brook ; th:note \"x\"@en . }");
    assertTells(problem, "th:note stands on a thing", "{| … |}");
  }

  @Test
  void oddSourcesAndPassagesAreReported() {
    fixture.write(
        "seeds/second.ttl",
        """
        PREFIX source: <https://w3id.org/triplehelix/source/>
        PREFIX th: <https://w3id.org/triplehelix/ontology#>

        source:second
            a th:Source ;
            th:sourcePrefix source:second ;
            .

        <urn:foo:x>
            a th:Passage ;
            .
        """);
    List<InputProblem> problems = problems();
    assertTells(problems.get(0), "no prefix", "lower-case");
    assertTells(problems.get(1), "name of another form", "/<source>/s001");
  }

  @Test
  void brokenFileHidesOnlyWhatItMightDefine() {
    fixture
        .reading("mu:s001 { id:anvil th:basedIn id:nowhere . }")
        .write("data/curation/made-up.ttl", "this is no Turtle");
    List<InputProblem> problems = problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTells(problems.get(1), "id:nowhere is not defined", "data/register/");
  }

  @Test
  void nestingWithoutEndIsReported() {
    fixture.write("data/register/deep.ttl", "<x:a> <x:b> " + "(".repeat(100_000) + " .\n");
    assertTells(problems().get(0), "nested too deeply", "flat");
  }

  @Test
  void ruleThatIsMoreThanAPatternIsReported() {
    for (String body :
        List.of(
            "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }",
            "?s ?p ?o FILTER (?o > 1)",
            "?s ?p ?o FILTER NOT EXISTS { ?s a ?p }",
            "OPTIONAL { ?s ?p ?o }",
            "?s ?p/?p ?o".replace("?p/?p", "<x:p>+"),
            "GRAPH ?g { ?s ?p ?o }")) {
      fixture.write("ontology/rules/more.rq", "CONSTRUCT { ?s <x:p> ?o } WHERE { " + body + " }");
      assertTells(problems().get(0), "more than triple patterns", "say it with these alone");
    }
  }

  @Test
  void ruleWithoutExampleIsReported() {
    fixture.write(
        "ontology/rules/bare.rq", "#+ summary: All.\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }");
    assertTells(problems().get(0), "no example", "#+ example:");
  }

  @Test
  void ruleThatMakesNewNamesIsReported() {
    String header = "#+ summary: All.\n#+ example: Each.\n";
    for (String head : List.of("[] ?p ?o", "?s ?p ?new")) {
      fixture.write(
          "ontology/rules/new.rq", header + "CONSTRUCT { " + head + " } WHERE { ?s ?p ?o }");
      assertTells(problems().get(0), "names that no premise gives", "variables of the WHERE part");
    }
  }

  @Test
  void byteOrderMarkDoesNoHarm() {
    fixture
        .write("data/register/more.ttl", "\uFEFFPREFIX ex: <x:>\nex:dale ex:of ex:x .\n")
        .release();
  }
}
