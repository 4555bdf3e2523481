package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;

/** The SHACL shapes of a content; they are no part of its release. */
public final class ShapeFiles {
  private ShapeFiles() {}

  /**
   * All shapes of a folder as one graph.
   *
   * @throws BadInputException if they cannot be parsed
   */
  public static Graph shapes(Content content) {
    List<InputProblem> problems = new ArrayList<>();
    Graph shapes = GraphFactory.createDefaultGraph();
    for (Content.Item item : content.items(Role.SHAPE)) {
      FileParser.parse(item, problems).statements().forEach(s -> shapes.add(s.triple()));
    }
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    return shapes;
  }
}
