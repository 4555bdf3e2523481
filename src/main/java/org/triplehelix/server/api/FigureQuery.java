package org.triplehelix.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/** The query for figures, narrowed by what is asked. */
final class FigureQuery {
  private static final String TEXT = text();

  private final Map<Var, Collection<Node>> given = new LinkedHashMap<>();

  private static String text() {
    try (InputStream in = FigureQuery.class.getResourceAsStream("figures.rq")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes only figures that have one of the values; all, if there is none. */
  FigureQuery where(String filter, Collection<Node> values) {
    if (!values.isEmpty()) {
      given.put(Var.alloc(filter), values);
    }
    return this;
  }

  /** The query, with the values of each filter before the filter. */
  Query query() {
    Query query = QueryFactory.create(TEXT);
    ElementGroup narrowed = new ElementGroup();
    for (Element element : ((ElementGroup) query.getQueryPattern()).getElements()) {
      if (element instanceof ElementGroup filter) {
        add(filter, narrowed);
      } else {
        narrowed.addElement(element);
      }
    }
    query.setQueryPattern(narrowed);
    return query;
  }

  private void add(ElementGroup filter, ElementGroup narrowed) {
    Set<Var> mentioned = new HashSet<>(OpVars.mentionedVars(Algebra.compile(filter)));
    mentioned.retainAll(given.keySet());
    if (mentioned.isEmpty()) {
      return;
    }
    ElementGroup group = new ElementGroup();
    mentioned.forEach(variable -> group.addElement(values(variable)));
    filter.getElements().forEach(group::addElement);
    narrowed.addElement(group);
  }

  private ElementData values(Var variable) {
    ElementData data = new ElementData(new ArrayList<>(List.of(variable)), new ArrayList<>());
    given.get(variable).forEach(value -> data.add(BindingFactory.binding(variable, value)));
    return data;
  }
}
