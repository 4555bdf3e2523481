package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.triplehelix.source.Digest;

/** What becomes of a passage's statements, by status, modality and speaker. */
class ClaimsTest {
  private static final String RENAMED =
      """
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>

      id:anvil
          a th:University ;
          skos:prefLabel "Hammer"@en , "锤"@zh ;
          .

      id:brook
          a th:District ;
          skos:prefLabel "River"@en , "河"@zh ;
          .
      """;

  private final Fixture fixture = new Fixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void assertHolds(Release release, String pattern) {
    assertTrue(Fixture.holds(release, pattern), pattern);
  }

  private void assertFails(Release release, String pattern) {
    assertFalse(Fixture.holds(release, pattern), pattern);
  }

  @Test
  void plainTripleIsInItsPassageTheDefaultGraphAndTheClaims() {
    Release release = fixture.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    assertHolds(release, "id:anvil th:basedIn id:brook");
    assertHolds(release, "GRAPH mu:s001 { id:anvil th:basedIn id:brook }");
    assertHolds(
        release,
        """
        GRAPH graph:claims {
          ?claim a rdf:Statement ; rdf:subject id:anvil ; rdf:predicate th:basedIn ;
            rdf:object id:brook ; th:statedIn mu:s001 ; th:status th:Accepted ;
            th:modality th:Stated .
        }""");
  }

  @Test
  void claimWithoutNameIsNamedByTheDigestOfItsTriple() {
    Release release = fixture.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    String triple =
        "<https://w3id.org/triplehelix/id/anvil> <https://w3id.org/triplehelix/ontology#basedIn>"
            + " <https://w3id.org/triplehelix/id/brook> .";
    String name = "claim:mu-s001-" + Digest.of(triple).substring(0, 8);
    assertHolds(release, "GRAPH graph:claims { " + name + " rdf:object id:brook }");
  }

  /** The name of the one claim of a reading that has that object. */
  private String nameOf(String reading, String object) {
    List<String> names =
        Fixture.graph(fixture.reading(reading).release(), "claims").stream()
            .filter(t -> t.getPredicate().equals(RDF.object.asNode()))
            .filter(t -> t.getObject().getURI().endsWith("/id/" + object))
            .map(t -> t.getSubject().getURI())
            .toList();
    assertEquals(1, names.size(), reading);
    return names.get(0);
  }

  @Test
  void nameOfAClaimStaysWhilePassageAndTripleDo() {
    String name = nameOf("mu:s001 { id:anvil th:basedIn id:brook . }", "brook");
    for (String other :
        List.of(
            "mu:s001 { id:clerk th:activeIn id:anvil . id:anvil th:basedIn id:brook . }",
            "mu:s002 { id:clerk th:activeIn id:anvil } mu:s001 { id:anvil th:basedIn id:brook }",
            "mu:s001 { id:anvil th:basedIn id:brook {| th:modality th:Planned |} . }",
            "mu:s001 { id:anvil th:basedIn id:brook"
                + " {| th:during \"2014\"^^edtf:EDTF ; th:saidBy id:clerk |} . }",
            "mu:s001 { id:anvil th:basedIn id:brook"
                + " {| th:status th:Doubted ; th:note \"Why.\"@en , \"为何。\"@zh |} . }",
            "mu:s001 { id:anvil th:basedIn id:brook"
                + " {| th:status th:Rejected ; th:note \"Why.\"@en , \"为何。\"@zh |} . }")) {
      assertEquals(name, nameOf(other, "brook"), other);
    }
    fixture.write("data/register/things.ttl", RENAMED);
    assertEquals(name, nameOf("mu:s001 { id:anvil th:basedIn id:brook . }", "brook"));
  }

  @Test
  void otherTripleOrPassageIsAnotherClaim() {
    String name = nameOf("mu:s001 { id:anvil th:basedIn id:brook . }", "brook");
    for (String other :
        List.of(
            "mu:s002 { id:anvil th:basedIn id:brook . }",
            "mu:s001 { id:anvil th:activeIn id:brook . }",
            "mu:s001 { id:clerk th:basedIn id:brook . }")) {
      assertNotEquals(name, nameOf(other, "brook"), other);
    }
    assertNotEquals(name, nameOf("mu:s001 { id:anvil th:basedIn id:clerk . }", "clerk"));
  }

  @Test
  void plannedTripleStaysOutOfTheDefaultGraph() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                    id:anvil
                        th:builds id:brook {| th:during "../2022-12"^^edtf:EDTF ;
                            th:modality th:Planned |} ;
                        .
                }
                """)
            .release();
    assertFails(release, "id:anvil th:builds id:brook");
    assertHolds(release, "GRAPH mu:s001 { id:anvil th:builds id:brook }");
    assertHolds(
        release,
        """
        GRAPH graph:claims {
          ?claim rdf:object id:brook ; th:modality th:Planned ; th:until "2022-12-31"^^xsd:date .
          FILTER NOT EXISTS { ?claim th:from ?from }
        }""");
  }

  @Test
  void tripleIsInTheDefaultGraphIfAnyPassageStatesIt() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 { id:anvil th:builds id:brook {| th:modality th:Planned |} . }
                mu:s002 { id:anvil th:builds id:brook {| th:status th:Doubted |} . }
                """)
            .release();
    assertHolds(release, "id:anvil th:builds id:brook");
  }

  @Test
  void rejectedTripleStaysInItsPassageWithItsNoteInCuration() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                    id:anvil
                        th:basedIn id:brook ~ claim:mu-s001-seat
                            {| th:note "Refuted by mu:s002."@en ; th:status th:Rejected |} ;
                        .
                }
                """)
            .release();
    assertFails(release, "id:anvil th:basedIn id:brook");
    assertHolds(release, "GRAPH mu:s001 { id:anvil th:basedIn id:brook }");
    assertHolds(release, "GRAPH graph:claims { claim:mu-s001-seat th:status th:Rejected }");
    assertHolds(release, "GRAPH graph:curation { claim:mu-s001-seat th:note ?note }");
    assertFails(release, "claim:mu-s001-seat ?p ?o");
    assertFails(release, "GRAPH mu:s001 { ?s th:note|rdf:reifies ?o }");
  }

  @Test
  void denialIsAssertedNowhere() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                    << id:anvil th:basedIn id:brook ~ claim:mu-s001-not-there >>
                        th:modality th:Denied ;
                        .
                }
                """)
            .release();
    assertFails(release, "id:anvil th:basedIn id:brook");
    assertFails(release, "GRAPH ?g { id:anvil th:basedIn id:brook }");
    assertHolds(
        release,
        "GRAPH graph:claims { claim:mu-s001-not-there rdf:object id:brook ; th:modality th:Denied"
            + " }");
  }

  @Test
  void nodeIsOneClaimWithItsPassageStatusAndModality() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                    figure:mu-s001-jobs
                        a th:Figure ;
                        sosa:hasFeatureOfInterest id:brook ;
                        sosa:hasSimpleResult 20 ;
                        th:during "2019"^^edtf:EDTF ;
                        th:modality th:Planned ;
                        th:qualifier th:MoreThan ;
                        .
                }
                """)
            .release();
    assertHolds(
        release,
        """
        figure:mu-s001-jobs th:statedIn mu:s001 ; th:modality th:Planned ; th:status th:Accepted ;
          th:from "2019-01-01"^^xsd:date ; th:until "2019-12-31"^^xsd:date ;
          th:lower 20 ; th:lowerIncluded false .
        FILTER NOT EXISTS { figure:mu-s001-jobs th:upper ?upper }""");
    assertHolds(release, "GRAPH graph:inferred { figure:mu-s001-jobs th:lower 20 }");
    assertFails(release, "GRAPH graph:claims { figure:mu-s001-jobs a rdf:Statement }");
  }

  @Test
  void rejectedAndDeniedNodesAreNotInTheDefaultGraphAtAll() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                    fact:mu-s001-one
                        a th:Measure ;
                        th:actor id:anvil ;
                        th:gloss "Something."@en ;
                        th:status th:Rejected ;
                        .
                    fact:mu-s001-two
                        a th:Measure ;
                        th:actor id:anvil ;
                        th:modality th:Denied ;
                        .
                }
                """)
            .release();
    assertFails(release, "fact:mu-s001-one ?p ?o");
    assertFails(release, "fact:mu-s001-two ?p ?o");
    assertHolds(release, "GRAPH mu:s001 { fact:mu-s001-one th:actor id:anvil }");
    assertHolds(release, "GRAPH graph:curation { fact:mu-s001-one th:gloss ?gloss }");
    assertFails(release, "GRAPH mu:s001 { ?s th:gloss ?gloss }");
  }

  @Test
  void speakerAndModalityOfThePassageHoldForItsClaims() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                    fact:mu-s001-measure
                        a th:Measure ;
                        th:actor id:anvil ;
                        .
                    fact:mu-s001-post
                        a th:Measure ;
                        th:actor id:clerk ;
                        .
                    id:anvil
                        th:basedIn id:brook ;
                        th:activeIn id:brook {| th:modality th:Stated ; th:saidBy id:anvil |} ;
                        .
                    mu:s001
                        th:inCapacity fact:mu-s001-post ;
                        th:modality th:Recommended ;
                        th:speaker id:clerk ;
                        .
                }
                """)
            .release();
    assertHolds(
        release,
        "fact:mu-s001-measure th:saidBy id:clerk ; th:inCapacity fact:mu-s001-post ; th:modality"
            + " th:Recommended");
    assertHolds(
        release,
        """
        GRAPH graph:claims {
          ?claim rdf:predicate th:basedIn ; th:saidBy id:clerk ; th:modality th:Recommended .
          ?own rdf:predicate th:activeIn ; th:saidBy id:anvil ; th:modality th:Stated .
          FILTER NOT EXISTS { ?own th:saidBy id:clerk }
        }""");
    assertFails(release, "fact:mu-s001-post th:saidBy ?anybody");
    assertHolds(release, "fact:mu-s001-post th:modality th:Stated");
    assertFails(release, "id:anvil th:basedIn id:brook");
    assertHolds(release, "GRAPH mu:s001 { mu:s001 th:speaker id:clerk }");
  }

  @Test
  void reportReliedOnByThePassageHoldsForItsClaims() {
    Release release =
        fixture
            .reading("mu:s001 { mu:s001 th:accordingTo id:clerk . id:anvil th:basedIn id:brook . }")
            .release();
    assertHolds(release, "GRAPH graph:claims { ?claim a rdf:Statement ; th:accordingTo id:clerk }");
  }

  @Test
  void passagesHaveTheirWebAnnotationForm() {
    Release release = fixture.reading("").release();
    assertHolds(
        release,
        """
        GRAPH graph:sources {
          mu:s002 th:segment ?first , ?second .
          ?first a oa:SpecificResource ; oa:hasSource ?text ; oa:hasSelector ?position .
          ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
          ?second oa:hasSelector [ oa:start ?later ] .
          FILTER (?start = 10 && ?end = 20 && ?later = 30)
          ?text a th:SourceText ; dcterms:isFormatOf source:made-up .
        }""");
  }

  @Test
  void preferredNamesAreLabels() {
    Release release = fixture.reading("").release();
    assertHolds(release, "id:brook rdfs:label \"溪城\"@zh , \"Brook\"@en");
    assertFails(release, "GRAPH graph:register { id:brook rdfs:label ?label }");
  }

  @Test
  void sameStatementsInAnotherOrderAreTheSameRelease() {
    Release one =
        fixture
            .reading(
                """
                mu:s001 { id:anvil th:basedIn id:brook ; th:activeIn id:brook {| th:complete false |} . }
                mu:s002 { id:clerk th:foundedBy id:anvil . }
                """)
            .release();
    Release two =
        fixture
            .reading(
                """
                mu:s002 { id:clerk th:foundedBy id:anvil . }
                mu:s001 { id:anvil th:activeIn id:brook {| th:complete false |} . id:anvil th:basedIn id:brook . }
                """)
            .release();
    assertEquals(one.hash(), two.hash());
    assertEquals(one.quads(), two.quads());
    Release other = fixture.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    assertFalse(one.hash().equals(other.hash()));
  }

  @Test
  void releaseHasNoBlankNodesAndItsLinesAreNQuads() {
    fixture.write(
        "ontology/lists.ttl",
        """
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX th: <https://w3id.org/triplehelix/ontology#>

        th:Place
            owl:disjointUnionOf ( th:Company th:City ) ;
            .
        """);
    Release release = fixture.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    StringBuilder lines = new StringBuilder();
    release.quads().forEach(q -> lines.append(new Canonical().line(q)).append('\n'));
    assertFalse(lines.toString().contains("_:"));
    assertEquals(
        release.quads().size(),
        Fixture.parse(lines.toString()).stream().count(),
        () -> NodeFmtLib.strNT(release.quads().get(0).getSubject()));
  }

  @Test
  void whoIsNamedAsSpeakerOrSourceIsTheAuthorsClaim() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                    fact:mu-s001-experts
                        a th:UnnamedSpeaker ;
                        .
                    fact:mu-s001-own-post
                        a th:Measure ;
                        .
                    fact:mu-s001-survey
                        a th:UnnamedSource ;
                        .
                    id:anvil
                        th:activeIn id:brook {| th:inCapacity fact:mu-s001-own-post |} ;
                        th:basedIn id:brook {| th:saidBy fact:mu-s001-experts |} ;
                        .
                    mu:s001
                        th:accordingTo fact:mu-s001-survey ;
                        th:inCapacity id:brook ;
                        th:modality th:Opinion ;
                        th:speaker id:clerk ;
                        .
                }
                """)
            .release();
    for (String node : List.of("experts", "own-post", "survey")) {
      assertFails(release, "fact:mu-s001-" + node + " th:saidBy|th:accordingTo ?anybody");
      assertHolds(release, "fact:mu-s001-" + node + " th:modality th:Stated");
    }
    assertHolds(
        release,
        """
        GRAPH graph:claims {
          ?claim rdf:predicate th:activeIn ; th:inCapacity fact:mu-s001-own-post ; th:saidBy id:clerk .
          FILTER NOT EXISTS { ?claim th:inCapacity id:brook }
        }""");
  }
}
