package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real ontology lets follow from a reading, and what it does not. */
class WhatFollowsTest {
  private final Fixture fixture = new Fixture();

  @BeforeEach
  void places() {
    fixture.write(
        "data/register/more.ttl",
        """
        PREFIX id: <https://w3id.org/triplehelix/id/>
        PREFIX th: <https://w3id.org/triplehelix/ontology#>

        id:dale
            a th:Country ;
            .

        id:forge-cluster
            a th:Cluster ;
            th:ofPlace id:mill-quarter ;
            .

        id:mill-quarter
            a th:District ;
            th:within id:brook ;
            .

        id:ranking
            a th:Ranking ;
            .

        id:ranking-2020
            a th:RankingEdition ;
            th:editionOf id:ranking ;
            .
        """);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void assertFollows(Release release, String triple) {
    assertTrue(
        Fixture.holds(release, triple + " . GRAPH graph:inferred { " + triple + " }"), triple);
    assertFalse(
        Fixture.holds(release, "?passage a th:Passage . GRAPH ?passage { " + triple + " }"),
        triple);
  }

  private void assertDoesNotStand(Release release, String triple) {
    assertFalse(Fixture.holds(release, triple), triple);
  }

  @Test
  void basedInADistrictIsBasedInItsCity() {
    Release release =
        fixture.reading("mu:s001 { id:anvil th:basedIn id:mill-quarter . }").release();
    assertFollows(release, "id:anvil th:basedIn id:brook");
    assertFollows(release, "id:anvil th:activeIn id:mill-quarter");
    assertFollows(release, "id:anvil th:activeIn id:brook");
  }

  @Test
  void nothingLeaksFromAClusterToItsPlaces() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  id:anvil th:partOf id:forge-cluster .
                  figure:mu-s001-jobs a th:Figure ; sosa:hasFeatureOfInterest id:forge-cluster .
                }
                """)
            .release();
    assertDoesNotStand(release, "id:anvil th:partOf id:brook");
    assertDoesNotStand(release, "id:anvil th:basedIn|th:activeIn ?place");
    assertDoesNotStand(release, "figure:mu-s001-jobs sosa:hasFeatureOfInterest id:brook");
    assertDoesNotStand(release, "figure:mu-s001-jobs a th:PlaceFigure");
    assertDoesNotStand(release, "id:forge-cluster th:ofPlace id:brook");
    assertDoesNotStand(release, "id:forge-cluster a th:Place");
  }

  @Test
  void ofPlansAndOpinionsNothingFollowsForOthers() {
    for (String modality : List.of("Planned", "Recommended", "Forecast", "Opinion")) {
      Release release =
          fixture
              .reading(
                  """
                  mu:s001 {
                    id:anvil th:basedIn id:mill-quarter {| th:modality th:%s |} .
                    fact:mu-s001-money a th:Funding ; th:modality th:%s ;
                      th:funder id:clerk ; th:recipient id:anvil .
                  }
                  """
                      .formatted(modality, modality))
              .release();
      assertDoesNotStand(release, "id:anvil th:basedIn ?place");
      assertDoesNotStand(release, "id:anvil th:activeIn ?place");
      assertDoesNotStand(release, "id:clerk th:finances id:anvil");
      assertFollows(release, "fact:mu-s001-money a th:Node");
    }
  }

  @Test
  void fromWhatIsDeniedOrRejectedNothingFollows() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  id:anvil th:basedIn id:mill-quarter
                    {| th:status th:Rejected ; th:note "no"@en , "否"@zh |} .
                  << id:clerk th:basedIn id:mill-quarter ~ claim:mu-s001-clerk >>
                    th:modality th:Denied .
                  fact:mu-s001-money a th:Funding ; th:status th:Rejected ;
                    th:note "no"@en , "否"@zh ; th:funder id:clerk ; th:recipient id:anvil .
                }
                """)
            .release();
    assertDoesNotStand(release, "?thing th:basedIn|th:activeIn ?place");
    assertDoesNotStand(release, "id:clerk th:finances id:anvil");
    assertDoesNotStand(release, "fact:mu-s001-money a ?kind");
  }

  @Test
  void whatRestsOnADoubtedClaimIsMarked() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  id:anvil th:basedIn id:mill-quarter ~ claim:mu-s001-seat
                    {| th:status th:Doubted ; th:note "why"@en , "疑"@zh |} .
                }
                """)
            .release();
    assertFollows(release, "id:anvil th:basedIn id:brook");
    assertTrue(
        Fixture.holds(
            release,
            """
            GRAPH graph:inferred {
              ?name a rdf:Statement , th:Inference ; rdf:subject id:anvil ;
                rdf:predicate th:basedIn ; rdf:object id:brook ; th:status th:Doubted ;
                th:restsOn claim:mu-s001-seat .
            }
            FILTER (STRSTARTS(STR(?name), STR(claim:inferred-)))"""));
    assertDoesNotStand(release, "?name th:restsOn ?claim");
  }

  @Test
  void whatAlsoFollowsWithoutTheDoubtIsNotMarked() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  id:anvil th:basedIn id:mill-quarter
                    {| th:status th:Doubted ; th:note "why"@en , "疑"@zh |} .
                }
                mu:s002 { id:anvil th:headquarteredIn id:mill-quarter . }
                """)
            .release();
    assertFollows(release, "id:anvil th:basedIn id:brook");
    assertFalse(Fixture.holds(release, "GRAPH graph:inferred { ?name th:restsOn ?claim }"));
  }

  @Test
  void whatRestsOnDoubtIsMarkedOfPlansToo() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  figure:mu-s001-whole a th:Figure .
                  figure:mu-s001-part a th:Figure ; th:status th:Doubted ;
                    th:note "why"@en , "疑"@zh ; th:subsetOf figure:mu-s001-whole .
                  figure:mu-s001-plan a th:Figure ; th:modality th:Planned ;
                    th:subsetOf figure:mu-s001-part .
                }
                """)
            .release();
    assertFollows(release, "figure:mu-s001-plan th:subsetOf figure:mu-s001-whole");
    assertTrue(
        Fixture.holds(
            release,
            "GRAPH graph:inferred { ?name rdf:subject figure:mu-s001-plan ; rdf:object"
                + " figure:mu-s001-whole ; th:restsOn figure:mu-s001-part }"));
  }

  @Test
  void noClaimIsBlamedForWhatTheRegisterSaysToo() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  id:anvil th:basedIn id:mill-quarter ~ claim:mu-s001-seat
                    {| th:status th:Doubted ; th:note "why"@en , "疑"@zh |} .
                  id:mill-quarter th:within id:brook ~ claim:mu-s001-quarter
                    {| th:status th:Doubted ; th:note "why"@en , "疑"@zh |} .
                }
                """)
            .release();
    assertTrue(
        Fixture.holds(release, "GRAPH graph:inferred { ?name th:restsOn claim:mu-s001-seat }"));
    assertFalse(
        Fixture.holds(release, "GRAPH graph:inferred { ?name th:restsOn claim:mu-s001-quarter }"));
  }

  @Test
  void rankingOfAnEditionIsTheRankingOfThePositionAndRanksItsSubject() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  fact:mu-s001-rank a th:RankingPosition ; th:subject id:brook ; th:rank 3 ;
                    th:inEdition id:ranking-2020 .
                }
                """)
            .release();
    assertFollows(release, "fact:mu-s001-rank th:inRanking id:ranking");
    assertFollows(release, "id:brook th:rankedIn id:ranking");
  }

  @Test
  void aPlannedFigureIsATargetAndHasItsBounds() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 {
                  figure:mu-s001-jobs a th:Figure ; th:modality th:Planned ;
                    sosa:hasFeatureOfInterest id:brook ; sosa:hasSimpleResult 5 ;
                    th:qualifier th:MoreThan .
                  figure:mu-s001-now a th:Figure ; sosa:hasFeatureOfInterest id:anvil .
                }
                """)
            .release();
    assertFollows(release, "figure:mu-s001-jobs a th:PlannedFigure");
    assertFollows(release, "figure:mu-s001-jobs a th:PlaceFigure");
    assertFollows(release, "figure:mu-s001-jobs th:lower 5 ; th:lowerIncluded false");
    assertDoesNotStand(release, "figure:mu-s001-now a th:PlannedFigure");
    assertDoesNotStand(release, "figure:mu-s001-now a th:PlaceFigure");
  }

  @Test
  void nothingInferredIsAlsoAsserted() {
    Release release =
        fixture
            .reading(
                """
                mu:s001 { id:anvil th:basedIn id:mill-quarter , id:brook . }
                """)
            .release();
    List<Triple> inferred = Fixture.graph(release, "inferred");
    assertEquals(
        List.of(),
        inferred.stream()
            .filter(
                t ->
                    release.quads().stream()
                        .anyMatch(
                            q ->
                                q.asTriple().equals(t)
                                    && !q.isDefaultGraph()
                                    && !q.getGraph().equals(Graphs.INFERRED)))
            .toList());
  }
}
