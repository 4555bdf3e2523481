package org.triplehelix.server.analysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.site.Amounts;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/** Puts before a table of figures what people read first: of which place, and how much. */
final class Readable {
  private static final String PLACE = "place";
  private static final String FIGURE = "figure";

  private final Refs refs;
  private final Amounts amounts;

  Readable(Site site, String language) {
    refs = new Refs(site, language);
    amounts = new Amounts(site, language);
  }

  /** The same table with the names of its places and the words of its figures. */
  Sheet of(Sheet sheet) {
    int place = sheet.columns().indexOf(PLACE);
    int figure = sheet.columns().indexOf(FIGURE);
    List<String> columns = new ArrayList<>();
    if (place >= 0) {
      columns.add("place_name");
    }
    columns.add("reads");
    columns.addAll(sheet.columns());
    List<List<Node>> rows = new ArrayList<>();
    for (List<Node> given : sheet.rows()) {
      List<Node> row = new ArrayList<>();
      if (place >= 0) {
        row.add(text(refs.of(given.get(place)).text()));
      }
      row.add(reads(given.get(figure)));
      row.addAll(given);
      rows.add(row);
    }
    return new Sheet(columns, rows);
  }

  private Node reads(Node figure) {
    return figure != null && figure.getURI().startsWith(Family.FIGURE.namespace())
        ? text(amounts.of(figure).text())
        : null;
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
