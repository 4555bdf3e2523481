package org.triplehelix.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Prefixes;

/** Filters of texts, with texts looked up, give the rows that they give where all are gone over. */
class LookedUpTextsTest {
  private static final String PREFIXES =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX e: <http://example.org/>
      """;

  /** With letters whose capitals are another length, other letters, or beyond the basic plane. */
  private static final List<String> WORDS =
      List.of(
          "London",
          "LONDON",
          "伦敦",
          "研发",
          "研究",
          "Straße",
          "STRASSE",
          "İstanbul",
          "istanbul",
          "ΟΔΟΣ",
          "οδος",
          "οδοσ",
          "300 \u212A",
          "300 k",
          "ﬁnance",
          "FINANCE",
          "😀",
          "𐐀𐐨",
          "a.b",
          "x",
          "",
          "city of",
          "e\u0301cole",
          "\u00e9cole");

  private static final Release RELEASE = release();
  private static final DatasetGraph OURS = ours();
  private static final DatasetGraph JENAS = jenas();

  private static Release release() {
    Random random = new Random(7);
    List<Quad> quads = new ArrayList<>();
    Node graph = iri("graph");
    List<Node> properties =
        List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), RDFS.label.asNode(), iri("other"));
    for (int i = 0; i < 300; i++) {
      Node subject = iri("thing-" + i % 90);
      Node property = properties.get(random.nextInt(properties.size()));
      Node text = text(random);
      quads.add(
          Quad.create(random.nextInt(3) == 0 ? graph : iri("graph2"), subject, property, text));
      quads.add(Quad.create(Quad.defaultGraphIRI, subject, property, text));
      quads.add(Quad.create(Quad.defaultGraphIRI, subject, iri("next"), iri("thing-" + i % 7)));
    }
    return new Release("", new Canonical().sorted(quads), Prefixes.standard());
  }

  private static Node text(Random random) {
    String text = word(random) + (random.nextBoolean() ? " " : "") + word(random);
    return switch (random.nextInt(6)) {
      case 0 -> NodeFactory.createLiteralLang(text, "zh");
      case 1 -> NodeFactory.createLiteralLang(text, "en");
      case 2 -> NodeFactory.createURI("http://example.org/London");
      case 3 -> NodeFactory.createLiteralLang(word(random), "en");
      default -> NodeFactory.createLiteralString(text);
    };
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static DatasetGraph ours() {
    DatasetGraph dataset = ReleaseDataset.of(RELEASE, Duration.ofSeconds(30));
    ReleaseDataset.prepare(dataset);
    return dataset;
  }

  private static DatasetGraph jenas() {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> RELEASE.quads().forEach(dataset::add));
    return dataset;
  }

  static Stream<String> parts() {
    return Stream.concat(
        WORDS.stream(),
        Stream.of(
            "ond", "OND", "敦", "研", "ss", "SS", "i\u0307s", "σ", "ος", "K", "fi", "of", "zz"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?s skos:prefLabel ?t FILTER CONTAINS(?t, ?part)",
        "?s skos:prefLabel ?t FILTER CONTAINS(LCASE(?t), ?part)",
        "?s skos:prefLabel ?t FILTER CONTAINS(UCASE(STR(?t)), ?part)",
        "?s rdfs:label ?t FILTER STRSTARTS(STR(?t), ?part)",
        "?s rdfs:label ?t FILTER STRENDS(LCASE(STR(?t)), LCASE(?part))",
        "?s rdfs:label ?t FILTER REGEX(?t, ?part)",
        "?s rdfs:label ?t FILTER REGEX(STR(?t), ?part, 'i')",
        "?s rdfs:label ?t FILTER REGEX(?t, CONCAT('^', ?part))",
        "?s e:other ?t FILTER CONTAINS(?t, ?part)",
        "?s skos:prefLabel|skos:altLabel ?t FILTER (LANG(?t) = 'zh' && CONTAINS(?t, ?part))",
        "?s skos:prefLabel|e:other ?t FILTER CONTAINS(?t, ?part)",
        "?s skos:prefLabel ?t FILTER (CONTAINS(?t, ?part) || CONTAINS(?t, 'city'))",
        "?s skos:prefLabel ?t FILTER (CONTAINS(?t, ?part) || LANG(?t) = 'zh')",
        "?s skos:prefLabel ?t ; rdfs:label ?u FILTER (CONTAINS(?t, ?part) || CONTAINS(?u, ?part))",
        "?s skos:prefLabel ?t FILTER (!CONTAINS(?t, ?part))",
        "?s e:next ?n OPTIONAL { ?s rdfs:label ?t FILTER CONTAINS(?t, ?part) }",
        "?s e:next e:thing-3 . ?s rdfs:label ?t FILTER CONTAINS(?t, ?part)",
        "?s rdfs:label ?t OPTIONAL { ?s skos:altLabel ?u } FILTER CONTAINS(?t, ?part)",
        "?s rdfs:label ?t OPTIONAL { ?s skos:altLabel ?u } FILTER CONTAINS(?u, ?part)",
        "?s rdfs:label ?t MINUS { ?s skos:altLabel ?t } FILTER CONTAINS(?t, ?part)",
        "{ ?s rdfs:label ?t } UNION { ?s e:next ?n } FILTER CONTAINS(?t, ?part)",
        "{ ?s rdfs:label ?t } UNION { ?n skos:altLabel ?t } FILTER CONTAINS(?t, ?part)",
        "GRAPH ?g { ?s rdfs:label ?t FILTER CONTAINS(?t, ?part) }",
        "GRAPH e:graph { ?s rdfs:label ?t } FILTER CONTAINS(?t, ?part)",
        "GRAPH e:nowhere { ?s rdfs:label ?t } FILTER CONTAINS(?t, ?part)",
        "?s e:next ?n FILTER EXISTS { ?s rdfs:label ?t FILTER CONTAINS(?t, ?part) }",
        "{ SELECT ?t (COUNT(*) AS ?n) { ?s rdfs:label ?t } GROUP BY ?t } FILTER CONTAINS(?t, ?part)",
        "VALUES ?t { 'London' 'x'@en } ?s rdfs:label ?t FILTER CONTAINS(?t, ?part)",
        "?s e:next+ e:thing-1 ; skos:prefLabel ?t FILTER CONTAINS(?t, ?part)",
        "?s skos:prefLabel ?t BIND (?t AS ?u) FILTER CONTAINS(?u, ?part)",
        "?s ?p ?t FILTER CONTAINS(?t, ?part)",
      })
  void sameRowsAsJenas(String pattern) {
    parts()
        .forEach(
            part -> {
              String text = NodeFmtLib.strNT(NodeFactory.createLiteralString(part));
              String query = "SELECT * { " + pattern.replace("?part", text) + " }";
              assertEquals(rows(JENAS, query), rows(OURS, query), query);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM e:graph { ?s rdfs:label ?t FILTER CONTAINS(?t, 'ond') }",
        "FROM NAMED e:graph { GRAPH ?g { ?s rdfs:label ?t FILTER CONTAINS(?t, 'ond') } }",
        "{ ?s rdfs:label ?t FILTER REGEX(?t, 'l.nd|伦.', 'i') }",
        "{ ?s rdfs:label ?t FILTER REGEX(?t, 'l o n d', 'ix') }",
        "{ ?s rdfs:label ?t FILTER CONTAINS(?t, 'on'@en) }",
        "{ ?s rdfs:label ?t FILTER CONTAINS(?t, ?u) }",
        "{ ?s rdfs:label ?t FILTER CONTAINS(?t, 7) }",
      })
  void sameRowsAsJenasWhereLittleCanBeLookedUp(String pattern) {
    String query = "SELECT * " + pattern;
    assertEquals(rows(JENAS, query), rows(OURS, query), query);
  }

  @Test
  void theQueriesComparedHaveRows() {
    assertFalse(
        rows(OURS, "SELECT * { ?s skos:prefLabel ?t FILTER CONTAINS(LCASE(?t), 'ond') }")
            .isEmpty());
  }

  private static List<String> rows(DatasetGraph dataset, String query) {
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec execution = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            RowSet rows = execution.select();
            List<Var> variables = rows.getResultVars();
            return rows.stream()
                .map(row -> variables.stream().map(v -> v + "=" + row.get(v)).toList().toString())
                .sorted()
                .toList();
          }
        });
  }

  @Test
  void candidatesAreAllThatHoldAPartAndFewMore() {
    List<Node> names =
        Stream.of("London", "LONDON", "Lon don", "Paris", "伦敦")
            .map(NodeFactory::createLiteralString)
            .toList();
    SubstringIndex index = new SubstringIndex(names);
    assertEquals(2, index.candidates("ndo", 10).orElseThrow().size());
    assertEquals(List.of(names.get(4)), index.candidates("伦敦", 10).orElseThrow());
    assertEquals(List.of(), index.candidates("Berlin", 10).orElseThrow());
    assertTrue(index.candidates("ndo", 1).isEmpty());
    assertTrue(index.candidates("n", 10).isEmpty());
  }
}
