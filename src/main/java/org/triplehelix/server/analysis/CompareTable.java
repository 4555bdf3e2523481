package org.triplehelix.server.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Comparison;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;

/**
 * A comparison as one table: its figures, then what is said beside them, each with its evidence.
 *
 * @param knowledge of the release
 * @param choice what is compared
 * @param comparison its figures
 * @param language of names and headings
 */
record CompareTable(
    Knowledge knowledge, CompareChoice choice, Comparison comparison, String language) {
  private static final String SECTION = "section";

  /** The table; where nothing is said of a place, a row says so. */
  Sheet sheet(Attempt attempt) {
    Sheet figures = new Readable(knowledge.site(), language).of(comparison.tall());
    List<String> columns = new ArrayList<>(figures.columns());
    columns.add(0, SECTION);
    columns.add(columns.indexOf("figure"), "statement");
    Frame frame = knowledge.site().frame(language, choice.path(knowledge));
    List<List<Node>> rows = new ArrayList<>();
    for (List<Node> given : figures.rows()) {
      Map<String, Node> row = new HashMap<>();
      row.put(SECTION, text(frame.text("nav.figures")));
      for (int i = 0; i < given.size(); i++) {
        row.put(figures.columns().get(i), given.get(i));
      }
      row.put("statement", row.get("figure"));
      rows.add(columns.stream().map(row::get).toList());
    }
    if (choice.takesBeside()) {
      beside(frame, attempt).forEach(row -> rows.add(columns.stream().map(row::get).toList()));
    }
    return new Sheet(columns, rows);
  }

  private List<Map<String, Node>> beside(Frame frame, Attempt attempt) {
    Beside beside = Beside.of(knowledge, choice.places(), attempt);
    List<Map<String, Node>> rows = new ArrayList<>();
    for (String section : Beside.SECTIONS) {
      List<Map<String, Node>> told = new ArrayList<>();
      boolean any = false;
      for (Node place : choice.places()) {
        List<Beside.Item> items = beside.items(section, place, choice);
        any |= !items.isEmpty();
        items.forEach(item -> told.add(row(section, item)));
        if (items.isEmpty()) {
          told.add(new HashMap<>(Map.of("state", text("notStated"))));
        }
        told.subList(told.size() - Math.max(1, items.size()), told.size())
            .forEach(row -> row.putAll(head(frame.text("compare." + section), place)));
      }
      if (any) {
        rows.addAll(told);
      }
    }
    return rows;
  }

  private Map<String, Node> head(String section, Node place) {
    String name = new Refs(knowledge.site(), language).of(place).text();
    return Map.of(SECTION, text(section), "place_name", text(name), "place", place);
  }

  private Map<String, Node> row(String section, Beside.Item item) {
    SideBySide page = new SideBySide(knowledge, choice, comparison, language, false);
    Collection<Attestation> said = item.claims().values();
    Refs refs = new Refs(knowledge.site(), language);
    Ref relation = page.relation(section, item.relation());
    String thing = page.thing(section, item.thing()).text();
    Map<String, Node> row = new HashMap<>();
    row.put("reads", text(relation.text().isEmpty() ? thing : relation.text() + ": " + thing));
    row.put("state", text("stated"));
    row.put("statement", joined(item.claims().keySet(), Node::getURI));
    row.put("of", item.thing());
    row.put("of_name", text(thing));
    row.put("category", joined(item.about(), Node::toString));
    row.put("category_name", joined(item.about(), about -> refs.of(about).text()));
    row.put("as_written", joined(said, Attestation::wording));
    row.put("modality", joined(said, Attestation::modality));
    row.put("status", joined(said, Attestation::status));
    row.put("source", joined(said, this::source));
    row.put("passage", joined(said, Attestation::passage));
    row.put("said_by", joined(said, Attestation::saidBy));
    row.put("evidence_passages", joined(said, Attestation::passage));
    row.put("evidence_wording", joined(said, Attestation::wording));
    row.put("evidence_status", joined(said, Attestation::status));
    row.put("evidence_modality", joined(said, Attestation::modality));
    return row;
  }

  private String source(Attestation said) {
    return knowledge.source(NodeFactory.createURI(said.passage())).getURI();
  }

  private static <T> Node joined(Collection<T> parts, Function<T, String> part) {
    return text(parts.stream().map(part).collect(Collectors.joining(" | ")));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
