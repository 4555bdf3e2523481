package org.triplehelix.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Prefixes;

/** What is written is told, what follows from it is told apart. */
class DiffReportTest {
  private final Fixture fixture = new Fixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private String told(String reading, String other, boolean inferred) {
    Release before = fixture.reading(reading).release();
    Release after = fixture.reading(other).release();
    String text = Texts.of(before, after, inferred);
    int end = text.indexOf("\n\nPassages: ");
    return text.substring(text.indexOf("\n\n") + 2, end < 0 ? text.length() : end + 1);
  }

  private String told(String reading, String other) {
    return told(reading, other, false);
  }

  @Test
  void sameReleaseIsNoDifference() {
    Release release = fixture.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    assertEquals(
        "No difference: both are release " + release.shortHash() + ".\n",
        Texts.of(release, fixture.release(), true));
  }

  @Test
  void plainTripleIsOneLineAndItsClaimFollows() {
    assertEquals(
        """
        Passages
          mu:s001
            id:anvil  铁砧 / Anvil
              + th:basedIn id:brook (溪城 / Brook)
        """,
        told("", "mu:s001 { id:anvil th:basedIn id:brook . }"));
  }

  @Test
  void whatFollowsFromARejectionIsListedIfAsked() {
    String stated = "mu:s001 { id:anvil th:basedIn id:brook ~ claim:mu-s001-seat . }";
    String rejected =
        "mu:s001 { id:anvil th:basedIn id:brook ~ claim:mu-s001-seat {| th:status th:Rejected |} . }";
    String written =
        """
        Passages
          mu:s001
            claim:mu-s001-seat  id:anvil th:basedIn id:brook
              ~ th:status th:Accepted (采信 / accepted) → th:Rejected (不采信 / rejected)
        """;
    assertEquals(written, told(stated, rejected));
    assertTrue(
        told(stated, rejected, true)
            .startsWith(
                written
                    + """

                    Default graph
                      id:anvil  铁砧 / Anvil
                        - th:basedIn id:brook (溪城 / Brook)
                    """));
  }

  @Test
  void boundsOfAFigureFollow() {
    String figure =
        "mu:s001 { figure:mu-s001-jobs a th:Figure ; th:qualifier th:AtLeast ;"
            + " sosa:hasSimpleResult %d . }";
    String text = told(figure.formatted(5), figure.formatted(6), true);
    assertTrue(
        text.startsWith(
            """
            Passages
              mu:s001
                figure:mu-s001-jobs
                  ~ sosa:hasSimpleResult 5 → 6
            """),
        text);
    assertTrue(
        text.contains(
            """
            Inferred
              figure:mu-s001-jobs
                ~ th:lower 5 → 6
            """),
        text);
    assertFalse(text.contains("Default graph"), text);
  }

  @Test
  void speakerOfAPassageIsOneLineAndItsClaimsFollow() {
    String reading =
        "mu:s001 { mu:s001 th:speaker id:%s . id:anvil th:basedIn id:brook ; th:within id:brook . }";
    assertEquals(
        """
        Passages
          mu:s001
            ~ th:speaker id:anvil (铁砧 / Anvil) → id:clerk (文书 / Clerk)
        """,
        told(reading.formatted("anvil"), reading.formatted("clerk")));
  }

  @Test
  void speakerWrittenOnAClaimIsTold() {
    String reading =
        "mu:s001 { mu:s001 th:speaker id:clerk . id:anvil th:basedIn id:brook ~ claim:mu-s001-x %s . }";
    assertEquals(
        """
        Passages
          mu:s001
            claim:mu-s001-x  id:anvil th:basedIn id:brook
              ~ th:saidBy id:clerk (文书 / Clerk) → id:anvil (铁砧 / Anvil)
        """,
        told(reading.formatted(""), reading.formatted("{| th:saidBy id:anvil |}")));
  }

  @Test
  void newClaimTellsWhatIsUnusualAboutIt() {
    assertEquals(
        """
        Passages
          mu:s002
            claim:mu-s002-no (new)  id:anvil th:basedIn id:brook
              + th:modality th:Denied (否认 / denied)
        """,
        told(
            "",
            "mu:s002 { << id:anvil th:basedIn id:brook ~ claim:mu-s002-no >> th:modality"
                + " th:Denied . }"));
  }

  @Test
  void goneNodeIsToldAsGone() {
    String text =
        told(
            "mu:s001 { fact:mu-s001-x a th:Measure ; th:actor id:anvil ; th:during"
                + " \"2016\"^^edtf:EDTF . }",
            "");
    assertEquals(
        """
        Passages
          mu:s001
            fact:mu-s001-x (gone)
              - a th:Measure (举措 / measure)
              - th:actor id:anvil (铁砧 / Anvil)
              - th:during "2016"^^edtf:EDTF
        """,
        text);
  }

  @Test
  void rangesAreOneLineAndTheirAnnotationFollows() {
    Release before = fixture.release();
    fixture.write(
        "seeds/made-up.ttl",
        """
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX mu: <https://w3id.org/triplehelix/source/made-up/>
        PREFIX source: <https://w3id.org/triplehelix/source/>
        PREFIX th: <https://w3id.org/triplehelix/ontology#>
        source:made-up a th:Source ; th:fileName "made-up.txt" ; th:sourcePrefix "mu" .
        mu:s001 a th:Passage ; dcterms:isPartOf source:made-up ; th:ranges "0-12" .
        mu:s002 a th:Passage ; dcterms:isPartOf source:made-up ; th:ranges "10-20 30-40" .
        mu:s004 a th:Passage ; dcterms:isPartOf source:made-up ; th:ranges "20-30" .
        """);
    String text = Texts.of(before, fixture.release(), false);
    assertTrue(
        text.contains(
            """

            Passages
              mu:s001
                ~ th:ranges "0-10" → "0-12"
              mu:s003 (gone)
                - a th:Passage (语段 / passage)
                - dcterms:isPartOf source:made-up
                - th:ranges "20-30"
              mu:s004 (new)
                + a th:Passage (语段 / passage)
                + dcterms:isPartOf source:made-up
                + th:ranges "20-30"

            Passages: 1 changed, 3 added, 3 removed
            """),
        text);
  }

  private static Release handmade(String nquads) {
    Canonical canonical = new Canonical();
    List<Quad> quads = new ArrayList<>();
    RDFParser.fromString(nquads, Lang.NQUADS).toDatasetGraph().stream()
        .map(q -> q.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, q.asTriple()) : q)
        .forEach(quads::add);
    List<Quad> sorted = canonical.sorted(quads);
    return new Release(canonical.hash(sorted), sorted, Prefixes.standard());
  }

  private static String register(String... objects) {
    StringBuilder text = new StringBuilder();
    for (String object : objects) {
      text.append("<https://w3id.org/triplehelix/id/x> <http://x.org/p> ").append(object);
      text.append(" <https://w3id.org/triplehelix/graph/register> .\n");
    }
    return text.toString();
  }

  private static List<String> lines(String before, String after) {
    return Texts.of(handmade(before), handmade(after), true)
        .lines()
        .filter(line -> line.startsWith("    "))
        .map(line -> line.strip().replace("<http://x.org/p> ", ""))
        .toList();
  }

  @Test
  void valuesArePairedWithinTheirLanguageFirst() {
    assertEquals(
        List.of("~ \"a\"@en → \"b\"@en", "~ \"甲\"@zh → \"乙\"@zh"),
        lines(register("\"a\"@en", "\"甲\"@zh"), register("\"b\"@en", "\"乙\"@zh")));
    assertEquals(
        List.of("~ \"a\"@en → \"a\"@zh"), lines(register("\"a\"@en"), register("\"a\"@zh")));
  }

  @Test
  void valuesAreNotPairedWhereItIsNotClearWhichTookThePlaceOfWhich() {
    assertEquals(
        List.of("- \"a\"@en", "+ \"b\"@en", "+ \"c\"@en"),
        lines(register("\"a\"@en"), register("\"b\"@en", "\"c\"@en")));
  }

  @Test
  void nothingCommandsTheTerminal() {
    List<String> lines = lines(register("\"a\""), register("\"\\u001B[2Jb\""));
    assertEquals(List.of("~ \"a\" → \"\\u001B[2Jb\""), lines);
  }

  @Test
  void coloursAreUsedWhereAskedFor() {
    String text =
        Texts.of(
            handmade(register("\"a\"")),
            handmade(register("\"a\"", "\"b\"")),
            new DiffText.Style(true, false));
    assertTrue(text.contains("\u001B[32m+ <http://x.org/p> \"b\"\u001B[0m"), text);
  }

  @Test
  void patchKeepsOddLiterals() {
    String odd =
        register(
            "\"01\"^^<http://www.w3.org/2001/XMLSchema#integer>",
            "\"1.0\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
            "\"-1.50e1\"^^<http://www.w3.org/2001/XMLSchema#double>",
            "\"x\"^^<http://www.w3.org/2001/XMLSchema#integer>",
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
            "\"two\\nlines \\\"quoted\\\" \\\\ \\t and 😀\"@zh-Hans",
            "\"\"");
    Release before = handmade(register("\"a\""));
    Release after = handmade(odd);
    assertEquals(8, after.quads().size());
    for (Release[] pair : new Release[][] {{before, after}, {after, before}}) {
      DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
      dataset.executeWrite(() -> pair[0].quads().forEach(dataset::add));
      RDFPatchOps.applyChange(dataset, new ByteArrayInputStream(Texts.patch(pair[0], pair[1])));
      assertEquals(pair[1].quads(), Texts.quads(dataset));
    }
  }

  @Test
  void bigDifferenceIsQuick() {
    Release before = big("a");
    Release after = big("b");
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertTrue(Texts.of(before, after, true).contains("Register: 150,000 changed"));
          assertTrue(Texts.patch(before, after).length > 10_000_000);
        });
  }

  /** 300,000 statements: 150,000 of the register, and as many copies in the default graph. */
  private static Release big(String value) {
    Node predicate = NodeFactory.createURI("http://x.org/p");
    List<Quad> quads = new ArrayList<>();
    for (int i = 0; i < 150_000; i++) {
      Node subject = NodeFactory.createURI("https://w3id.org/triplehelix/id/n" + i);
      Node object = NodeFactory.createLiteralString(value + i);
      quads.add(Quad.create(Graphs.REGISTER, subject, predicate, object));
      quads.add(Quad.create(Quad.defaultGraphIRI, subject, predicate, object));
    }
    return new Release(value.repeat(64), quads, Prefixes.standard());
  }
}
