package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.check.Brook;
import org.triplehelix.graph.Fixture;

class CheckCommandTest {
  private static final String SHAPE = "https://w3id.org/triplehelix/shape/";
  private static final String FIGURE = "https://w3id.org/triplehelix/figure/";
  private static final String PTR = "http://www.w3.org/2009/pointers#";
  private static final Node POINTER = uri("http://www.w3.org/ns/earl#pointer");

  @TempDir Path folder;

  @Test
  void aReportHoldsEachFindingOnce() throws IOException {
    try (Brook brook = new Brook()) {
      Invocation check = check(broken(brook).root());
      assertEquals(Main.FINDINGS, check.code());
      Graph report = report();
      Matcher count = Pattern.compile("Findings: (\\d+)\\.").matcher(check.out());
      assertTrue(count.find());
      List<Node> results = results(report);
      assertEquals(Integer.parseInt(count.group(1)), results.size());
      assertTrue(results.size() > 10);
      assertEquals("false", conforms(report));
      for (Node result : results) {
        for (Node property :
            List.of(
                SHACL.focusNode,
                SHACL.sourceConstraintComponent,
                SHACL.sourceShape,
                SHACL.resultSeverity,
                POINTER)) {
          assertEquals(1, objects(report, result, property).size(), property.toString());
        }
        assertFalse(languages(report, result).isEmpty());
      }
    }
  }

  @Test
  void aShapeIsReportedWithItsPlaceInBothLanguages() throws IOException {
    try (Brook brook = new Brook()) {
      Fixture files = broken(brook);
      check(files.root());
      Graph report = report();
      Node result = resultOf(report, "figure-unit", FIGURE + "br-s002-employees");
      assertEquals(
          SHACL.MinCountConstraintComponent, only(report, result, SHACL.sourceConstraintComponent));
      assertEquals(SHACL.Violation, only(report, result, SHACL.resultSeverity));
      assertEquals(
          uri("http://qudt.org/schema/qudt/hasUnit"), only(report, result, SHACL.resultPath));
      assertEquals(Set.of("en", "zh"), languages(report, result));
      assertPlace(report, result, files, "figure:br-s002-employees a th:Figure");
    }
  }

  @Test
  void aQueryIsReportedWithItsValue() throws IOException {
    try (Brook brook = new Brook()) {
      Fixture files = broken(brook);
      check(files.root());
      Graph report = report();
      Node result = resultOf(report, "impossible-share", FIGURE + "br-s002-employees");
      assertEquals(
          SHACL.SPARQLConstraintComponent, only(report, result, SHACL.sourceConstraintComponent));
      assertEquals(
          uri("http://www.w3.org/ns/sosa/hasSimpleResult"), only(report, result, SHACL.resultPath));
      assertEquals("30", only(report, result, SHACL.value).getLiteralLexicalForm());
      assertPlace(report, result, files, "sosa:hasSimpleResult 30");
    }
  }

  @Test
  void whatHasNoFaultConforms() throws IOException {
    Invocation check = check(Path.of(""));
    assertEquals(Main.OK, check.code(), check.out());
    assertTrue(check.err().contains("Wrote "), check.err());
    Graph report = report();
    assertEquals("true", conforms(report));
    assertEquals(List.of(), results(report));
  }

  @Test
  void aReportThatCannotBeWrittenIsToldClearly() {
    try (Brook brook = new Brook()) {
      String root = brook.filesAndText().root().toString();
      for (String file : List.of("-", folder.toString(), folder + "/none/report.ttl")) {
        Invocation check = Invocation.of(List.of("check", "--home", root, "--report", file));
        assertEquals(Main.BAD_INPUT, check.code(), file);
        assertTrue(check.err().contains("; give a file"), check.err());
      }
    }
  }

  /** Of the employees, a share that is none; the figure lacks what every figure has. */
  private static Fixture broken(Brook brook) {
    return brook
        .with(
            "th:scopeNote \"近三成的居民\"@zh ;",
            "sosa:hasSimpleResult 30 ; th:measure th:Share ; th:scopeNote \"近三成的居民\"@zh ;")
        .filesAndText();
  }

  private Invocation check(Path home) {
    return Invocation.of(
        List.of("check", "--home", home.toString(), "--report", file().toString()));
  }

  private Path file() {
    return folder.resolve("report.ttl");
  }

  private Graph report() {
    return RDFParser.source(file()).toGraph();
  }

  private static void assertPlace(Graph report, Node result, Fixture files, String words)
      throws IOException {
    Path reading = files.root().resolve("data/readings/brook.trig");
    List<String> lines = Files.readAllLines(reading);
    Node pointer = only(report, result, POINTER);
    int line = (Integer) only(report, pointer, uri(PTR + "lineNumber")).getLiteralValue();
    assertEquals(
        reading.toUri().toString(), only(report, pointer, uri(PTR + "reference")).getURI());
    assertTrue(lines.get(line - 1).contains(words), lines.get(line - 1));
  }

  private static Node resultOf(Graph report, String shape, String focus) {
    return results(report).stream()
        .filter(r -> report.contains(r, SHACL.sourceShape, uri(SHAPE + shape)))
        .filter(r -> report.contains(r, SHACL.focusNode, uri(focus)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Node> results(Graph report) {
    return report
        .find(Node.ANY, RDF.Nodes.type, SHACL.ValidationResult)
        .mapWith(Triple::getSubject)
        .filterKeep(r -> report.contains(Node.ANY, SHACL.result, r))
        .toList();
  }

  private static String conforms(Graph report) {
    return only(report, Node.ANY, SHACL.conforms).getLiteralLexicalForm();
  }

  private static Set<String> languages(Graph report, Node result) {
    Set<String> languages = new TreeSet<>();
    objects(report, result, SHACL.resultMessage)
        .forEach(message -> languages.add(message.getLiteralLanguage()));
    return languages;
  }

  private static Node only(Graph report, Node subject, Node property) {
    List<Node> objects = objects(report, subject, property);
    assertEquals(1, objects.size(), property.toString());
    return objects.get(0);
  }

  private static List<Node> objects(Graph report, Node subject, Node property) {
    return report.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private static Node uri(String name) {
    return NodeFactory.createURI(name);
  }
}
