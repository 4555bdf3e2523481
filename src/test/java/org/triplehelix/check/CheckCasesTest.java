package org.triplehelix.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.ShapeFiles;

/** Every check and every shape has a case that passes and one that fails, with all it tells. */
class CheckCasesTest {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final List<Node> TARGETS = List.of(sh("target"), sh("targetClass"));
  private static final Content CONTENT = Content.at(Path.of(""));

  @TestFactory
  Stream<DynamicTest> caseGivesItsFindings() {
    return CheckCase.checks().stream()
        .flatMap(check -> Stream.of(new CheckCase(check, "pass"), new CheckCase(check, "fail")))
        .map(c -> DynamicTest.dynamicTest(c.check() + " " + c.side(), () -> assertFound(c)));
  }

  private static void assertFound(CheckCase side) throws IOException {
    assertEquals(side.expected(), side.findings());
  }

  @Test
  void everyCheckHasBothSides() {
    List<String> missing = new ArrayList<>();
    for (String check : checks()) {
      for (String side : List.of("pass", "fail")) {
        if (!Files.isDirectory(new CheckCase(check, side).folder())) {
          missing.add(check + " " + side);
        }
      }
    }
    assertEquals(List.of(), missing, "write the case below " + CheckCase.FOLDER);
    assertEquals(checks(), new TreeSet<>(CheckCase.checks()), "a case of no check");
  }

  @Test
  void everyCheckAndEachPartOfAShapeIsFoundByItsName() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String check : CheckCase.checks()) {
      String expected = new CheckCase(check, "fail").expected();
      assertTrue(shapeOf(check) || expected.contains("[" + check + "]"), check);
      all.append(expected);
    }
    Set<String> never = new TreeSet<>(checks());
    never.addAll(partsOfShapes());
    never.removeIf(name -> shapeOf(name) && !saysMoreThanItsParts(name));
    never.removeIf(name -> all.indexOf("[" + name + "]") >= 0);
    assertEquals(Set.of(), never, "no failing case finds this");
  }

  @Test
  void everyShapeHasItsMessageInBothLanguages() {
    Graph shapes = ShapeFiles.shapes(CONTENT);
    shapes
        .find(Node.ANY, org.apache.jena.vocabulary.RDF.Nodes.type, Node.ANY)
        .filterDrop(t -> t.getObject().equals(sh("SPARQLTarget")))
        .mapWith(Triple::getSubject)
        .forEachRemaining(
            shape -> {
              Set<String> languages = new TreeSet<>();
              shapes
                  .find(shape, sh("message"), Node.ANY)
                  .forEachRemaining(t -> languages.add(t.getObject().getLiteralLanguage()));
              assertEquals(Set.of("en", "zh"), languages, shape.toString());
            });
  }

  private static boolean shapeOf(String check) {
    return check.endsWith("Shape");
  }

  private static boolean saysMoreThanItsParts(String shape) {
    return named(sh("closed"), true).contains(shape) || named(sh("or"), true).contains(shape);
  }

  /** Query checks, shapes with a target, rules of style, comparisons with documents and words. */
  private static Set<String> checks() {
    Set<String> names = new TreeSet<>(StyleCheck.NAMES);
    names.addAll(DocumentCheck.NAMES);
    names.addAll(WordingCheck.NAMES);
    CONTENT.items(Role.CHECK).forEach(item -> names.add(item.stem()));
    TARGETS.forEach(target -> names.addAll(named(target, true)));
    return names;
  }

  private static Set<String> partsOfShapes() {
    Graph shapes = ShapeFiles.shapes(CONTENT);
    Set<String> parts = new TreeSet<>();
    TARGETS.stream()
        .flatMap(target -> shapes.find(Node.ANY, target, Node.ANY).toList().stream())
        .map(Triple::getSubject)
        .forEach(
            shape ->
                shapes
                    .find(shape, sh("property"), Node.ANY)
                    .forEachRemaining(t -> parts.add(ShapeCheck.name(t.getObject()))));
    return parts;
  }

  private static Set<String> named(Node predicate, boolean subjects) {
    Set<String> names = new TreeSet<>();
    ShapeFiles.shapes(CONTENT)
        .find(Node.ANY, predicate, Node.ANY)
        .forEachRemaining(
            t -> names.add(ShapeCheck.name(subjects ? t.getSubject() : t.getObject())));
    return names;
  }

  private static Node sh(String name) {
    return NodeFactory.createURI(SH + name);
  }
}
