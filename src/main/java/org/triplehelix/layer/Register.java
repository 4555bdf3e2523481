package org.triplehelix.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.QueryFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;

/**
 * A register of others that can be had as a layer: what its records mean is said in three queries
 * of {@code ontology/imports/<name>/}.
 *
 * @param name also that of its graph
 * @param faults selects the records that are useless, each with the reason
 * @param records constructs from the others what the layer holds
 * @param description constructs what the layer says of itself
 */
public record Register(String name, Query faults, Query records, Query description) {
  private static final String FOLDER = "ontology/imports/";

  /**
   * The register of a name.
   *
   * @throws BadInputException if there is none, or its queries cannot be used
   */
  public static Register named(String name, Content content) {
    TreeSet<String> known = new TreeSet<>();
    content
        .items(Content.Role.IMPORT)
        .forEach(item -> known.add(item.name().substring(FOLDER.length()).split("/")[0]));
    if (!known.contains(name)) {
      throw new BadInputException(
          Position.of("import"),
          "there is no register " + name,
          known.isEmpty()
              ? "none is described in " + FOLDER
              : "give one of " + String.join(", ", known));
    }
    return new Register(
        name,
        query(content, name, "faults"),
        query(content, name, "records"),
        query(content, name, "description"));
  }

  private static Query query(Content content, String name, String part) {
    Content.Item item = content.file(Content.Role.IMPORT, FOLDER + name + "/" + part + ".rq");
    List<InputProblem> problems = new ArrayList<>();
    return QueryFile.read(item, problems)
        .map(QueryFile::query)
        .orElseThrow(() -> new BadInputException(problems));
  }

  /** The IRI of the graph that the layer is. */
  public String graph() {
    return Family.GRAPH.namespace() + name;
  }
}
