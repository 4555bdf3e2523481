package org.triplehelix.layer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Records of JSON as a graph that SPARQL can ask: an object is a node, a key a property {@code
 * urn:json:key}, each member of a list a value of its own; null is nothing. The record itself is
 * {@code urn:record:} and its number.
 */
final class RecordGraph {
  private static final String KEY = "urn:json:";
  private static final String RECORD = "urn:record:";
  private static final Node WHOLE = NodeFactory.createURI(RECORD + "Whole");

  private final Graph graph;

  RecordGraph(Graph graph) {
    this.graph = graph;
  }

  /** Adds a record. */
  void add(long number, JsonObject record) {
    Node node = named(number);
    graph.add(node, RDF.Nodes.type, WHOLE);
    members(node, record);
  }

  /** Takes a record away: what hangs on it alone cannot be found any more. */
  void remove(long number) {
    graph.remove(named(number), Node.ANY, Node.ANY);
  }

  /** The node of a record. */
  static Node named(long number) {
    return NodeFactory.createURI(RECORD + number);
  }

  /** The number of a record, by its node. */
  static long number(Node record) {
    return Long.parseLong(record.getURI().substring(RECORD.length()));
  }

  private void members(Node node, JsonObject object) {
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      Node key = NodeFactory.createURI(KEY + encoded(member.getKey()));
      value(node, key, member.getValue());
    }
  }

  /** Keys of registers are plain words; any other must not make an IRI that is none. */
  private static String encoded(String key) {
    return key.replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  private void value(Node node, Node key, JsonElement value) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(member -> value(node, key, member));
    } else if (value.isJsonObject()) {
      Node inner = NodeFactory.createBlankNode();
      graph.add(node, key, inner);
      members(inner, value.getAsJsonObject());
    } else if (value.isJsonPrimitive()) {
      graph.add(node, key, literal(value.getAsJsonPrimitive()));
    }
  }

  private static Node literal(JsonPrimitive value) {
    if (value.isBoolean()) {
      return NodeFactory.createLiteralDT(value.getAsString(), XSDDatatype.XSDboolean);
    }
    if (!value.isNumber()) {
      return NodeFactory.createLiteralString(value.getAsString());
    }
    boolean whole = value.getAsString().matches("-?[0-9]+");
    return whole
        ? NodeFactory.createLiteralDT(value.getAsString(), XSDDatatype.XSDinteger)
        : decimal(value.getAsString());
  }

  /** A number with an exponent may be short and yet of a billion digits: it stays as it is. */
  private static Node decimal(String number) {
    return number.matches("-?[0-9]+\\.[0-9]+")
        ? NodeFactory.createLiteralDT(
            new BigDecimal(number).toPlainString(), XSDDatatype.XSDdecimal)
        : NodeFactory.createLiteralDT(number, XSDDatatype.XSDdouble);
  }
}
