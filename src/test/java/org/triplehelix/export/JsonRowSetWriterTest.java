package org.triplehelix.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

/** What is written is SPARQL 1.2 Query Results JSON, and says the same rows when it is read. */
class JsonRowSetWriterTest {
  private static final Var X = Var.alloc("x");
  private static final Var Y = Var.alloc("名");

  private static String written(List<Var> variables, Binding... rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonRowSetWriter()
        .write(out, RowSetStream.create(variables, List.of(rows).iterator()), (Context) null);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonObject written(Node node) {
    return JSON.parse(written(List.of(X), BindingFactory.binding(X, node)))
        .getObj("results")
        .get("bindings")
        .getAsArray()
        .get(0)
        .getAsObject()
        .getObj("x");
  }

  private static Node readBack(Node node) {
    String json = written(List.of(X), BindingFactory.binding(X, node));
    RowSet rows =
        RowSet.adapt(
            ResultSetMgr.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                ResultSetLang.RS_JSON));
    return rows.next().get(X);
  }

  @Test
  void termsOfEachKindAreReadAsTheyWere() {
    Node iri = NodeFactory.createURI("http://example.org/伦敦?a=\"b\"");
    Node number = NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal);
    Node name = NodeFactory.createLiteralLang("伦敦", "zh-Hans");
    Node directed = NodeFactory.createLiteralDirLang("לונדון", "he", TextDirection.RTL);
    List<Node> terms =
        List.of(
            iri,
            number,
            name,
            directed,
            NodeFactory.createLiteralString(""),
            NodeFactory.createTripleTerm(iri, iri, NodeFactory.createTripleTerm(iri, iri, name)));
    for (Node term : terms) {
      assertEquals(term, readBack(term));
    }
  }

  @Test
  void textsAreReadAsTheyWere() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0xd800; c++) {
      all.append(c);
    }
    all.append("🌍 \ufffd").append("\ue000\uffff").append("一二三".repeat(5_000));
    Node text = NodeFactory.createLiteralString(all.toString());
    assertEquals(text, readBack(text));
  }

  @Test
  void halfACharacterIsEscaped() {
    for (String half : List.of("\ud83c", "\udf0d", "\ud83cx", "\ud83c\ud83c\udf0d")) {
      JsonObject value = written(NodeFactory.createLiteralString(half));
      assertEquals(half, value.getString("value"));
    }
  }

  @Test
  void membersAreThoseOfTheStandard() {
    assertEquals(
        JSON.parse("{'type': 'literal', 'xml:lang': 'en', 'value': 'x'}"),
        written(NodeFactory.createLiteralLang("x", "en")));
    assertEquals(
        JSON.parse("{'type': 'literal', 'xml:lang': 'en', 'its:dir': 'ltr', 'value': 'x'}"),
        written(NodeFactory.createLiteralDirLang("x", "en", TextDirection.LTR)));
    assertEquals(
        JSON.parse("{'type': 'literal', 'value': 'x'}"),
        written(NodeFactory.createLiteralString("x")));
    assertEquals(
        JSON.parse(
            "{'type': 'literal', 'datatype': 'http://www.w3.org/2001/XMLSchema#integer',"
                + " 'value': '007'}"),
        written(NodeFactory.createLiteralDT("007", XSDDatatype.XSDinteger)));
    assertEquals(
        JSON.parse("{'type': 'uri', 'value': 'urn:x'}"), written(NodeFactory.createURI("urn:x")));
  }

  @Test
  void blankNodesAreToldApart() {
    Node one = NodeFactory.createBlankNode();
    Node two = NodeFactory.createBlankNode();
    String json =
        written(List.of(X, Y), BindingFactory.binding(X, one, Y, two), row(two), row(one));
    assertTrue(json.contains("{\"x\":{\"type\":\"bnode\",\"value\":\"b0\"},"), json);
    assertEquals(2, json.split("\"b0\"", -1).length - 1, json);
    assertEquals(2, json.split("\"b1\"", -1).length - 1, json);
    assertTrue(written(one).getString("value").equals("b0"));
  }

  private static Binding row(Node x) {
    return x == null ? BindingFactory.root() : BindingFactory.binding(X, x);
  }

  @Test
  void unboundVariablesAreLeftOut() {
    JsonObject json =
        JSON.parse(written(List.of(X, Y), row(NodeFactory.createURI("urn:x")), row(null)));
    assertEquals(JSON.parse("{'a': ['x', '名']}").get("a"), json.getObj("head").get("vars"));
    assertFalse(json.toString().contains("null"));
    assertEquals(2, json.getObj("results").get("bindings").getAsArray().size());
  }

  @Test
  void answersWithoutRowsAndVariables() {
    JsonObject none = JSON.parse(written(List.of()));
    assertEquals(0, none.getObj("head").get("vars").getAsArray().size());
    assertEquals(0, none.getObj("results").get("bindings").getAsArray().size());
    JsonObject unit = JSON.parse(written(List.of(), BindingFactory.root()));
    assertEquals(1, unit.getObj("results").get("bindings").getAsArray().size());
  }

  @Test
  void truth() {
    for (boolean truth : List.of(true, false)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JsonRowSetWriter().write(out, truth, null);
      assertEquals(truth, JSON.parse(out.toString(StandardCharsets.UTF_8)).getBoolean("boolean"));
    }
  }

  @Test
  void triplesKeepTheirParts() {
    Node s = NodeFactory.createURI("urn:s");
    Node o = NodeFactory.createLiteralLang("o", "en");
    JsonObject value = written(NodeFactory.createTripleTerm(Triple.create(s, s, o)));
    assertEquals("triple", value.getString("type"));
    assertEquals("o", value.getObj("value").getObj("object").getString("value"));
  }
}
