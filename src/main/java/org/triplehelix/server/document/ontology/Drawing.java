package org.triplehelix.server.document.ontology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.triplehelix.server.site.Ref;

/** Draws the classes of a topic as a tree, with their properties. */
final class Drawing {
  private final Terms terms;
  private final TermRefs refs;
  private final List<Node> drawn = new ArrayList<>();
  private final List<Diagram.Box> boxes = new ArrayList<>();
  private final Set<Node> seen = new HashSet<>();

  Drawing(Terms terms, TermRefs refs) {
    this.terms = terms;
    this.refs = refs;
  }

  Diagram of(List<Node> classes, List<Node> properties) {
    for (Node root : classes) {
      if (terms.above(root).stream().noneMatch(classes::contains)) {
        place(root, 0, -1, classes);
      }
    }
    List<Diagram.Relation> relations = new ArrayList<>();
    int row = 0;
    for (int i = 0; i < drawn.size(); i++) {
      row = Math.max(row, i);
      for (Node property : properties) {
        if (terms.domain(property).filter(drawn.get(i)::equals).isPresent()) {
          relations.add(relation(row++, i, property));
        }
      }
    }
    return Diagram.of(boxes, relations);
  }

  /** A class is drawn once, below the first of those above it. */
  private void place(Node term, int depth, int parent, List<Node> classes) {
    if (!seen.add(term)) {
      return;
    }
    Ref ref = refs.of(term);
    int place = boxes.size();
    drawn.add(term);
    boxes.add(new Diagram.Box(ref.text(), ref.href(), depth, parent));
    terms.below(term).stream()
        .filter(classes::contains)
        .forEach(below -> place(below, depth + 1, place, classes));
  }

  private Diagram.Relation relation(int row, int from, Node property) {
    Ref ref = refs.of(property);
    Ref to = terms.range(property).map(refs::of).orElse(new Ref("", "", ""));
    return new Diagram.Relation(row, from, ref.text(), ref.href(), to.text(), to.href());
  }
}
