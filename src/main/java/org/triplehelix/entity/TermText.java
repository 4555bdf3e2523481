package org.triplehelix.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Genid;
import org.triplehelix.vocab.Prefixes;

/** Terms and triples of a release as people read them: prefixed, with lists and expressions. */
public final class TermText {
  private final Prefixes prefixes;
  private final Map<Node, Map<Node, Node>> nameless = new HashMap<>();

  /** The terms of a release. */
  public TermText(Release release) {
    prefixes = release.prefixes();
    for (Quad quad : release.quads()) {
      if (quad.getGraph().equals(Graphs.ONTOLOGY) && Genid.isNameless(quad.getSubject())) {
        nameless
            .computeIfAbsent(quad.getSubject(), n -> new HashMap<>())
            .put(quad.getPredicate(), quad.getObject());
      }
    }
  }

  /** A term. */
  public String of(Node node) {
    if (node.isLiteral()) {
      return NodeFmtLib.str(node, prefixes.toPrefixMap());
    }
    if (node.equals(RDF.Nodes.type)) {
      return "a";
    }
    if (node.isURI() && !nameless.containsKey(node)) {
      return prefixes.abbreviate(node.getURI());
    }
    Map<Node, Node> parts = nameless.get(node);
    return parts.containsKey(RDF.Nodes.first) ? list(node) : expression(parts);
  }

  /** A triple. */
  public String of(Triple triple) {
    return of(triple.getSubject()) + " " + of(triple.getPredicate()) + " " + of(triple.getObject());
  }

  private String list(Node head) {
    List<String> members = new ArrayList<>();
    for (Node cell = head;
        nameless.containsKey(cell);
        cell = nameless.get(cell).get(RDF.Nodes.rest)) {
      members.add(of(nameless.get(cell).get(RDF.Nodes.first)));
    }
    return "( " + String.join(" ", members) + " )";
  }

  private String expression(Map<Node, Node> parts) {
    return parts.entrySet().stream()
        .filter(e -> !e.getKey().equals(RDF.Nodes.type))
        .map(e -> of(e.getKey()) + " " + of(e.getValue()))
        .sorted()
        .collect(Collectors.joining(" ; ", "[ ", " ]"));
  }
}
