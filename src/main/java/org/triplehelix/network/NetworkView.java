package org.triplehelix.network;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.triplehelix.graph.QueryFile;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/**
 * What a network shows, as a saved query: a row is an edge, or what one claim says of an edge.
 *
 * <p>The query selects {@code ?source}, {@code ?relation} and {@code ?target}, all IRIs; {@code
 * ?claim}, where someone says so: a plain claim, or the node of a many-sided fact, which is then an
 * edge of its own; {@code ?passage}, where a sentence as a whole is the evidence; and what else the
 * edge is to carry, under the name of its variable.
 *
 * @param name of its file
 * @param title in English
 * @param titleZh in Chinese
 * @param description what is a node and what an edge, in English
 * @param descriptionZh the same in Chinese
 * @param admits which claims make edges unless another choice is made
 * @param attributes of its edges, beside those that every edge has
 * @param file where it is written; empty for one that has no name
 */
public record NetworkView(
    String name,
    String title,
    String titleZh,
    String description,
    String descriptionZh,
    Admission admits,
    List<String> attributes,
    Optional<QueryFile> file) {
  /** The variables of a row. */
  public static final String SOURCE = "source";

  public static final String RELATION = "relation";
  public static final String TARGET = "target";
  public static final String CLAIM = "claim";
  public static final String PASSAGE = "passage";

  public NetworkView {
    attributes = List.copyOf(attributes);
  }

  /** What no file defines, as a part of the graph that somebody looks at. */
  public static NetworkView of(
      String name, String title, String titleZh, String description, String descriptionZh) {
    return new NetworkView(
        name,
        title,
        titleZh,
        description,
        descriptionZh,
        Admission.ALL,
        List.of(),
        Optional.empty());
  }

  private static List<String> attributes(Query query) {
    Set<String> names = new LinkedHashSet<>(query.getResultVars());
    names.removeAll(List.of(SOURCE, RELATION, TARGET, CLAIM, PASSAGE));
    return List.copyOf(names);
  }

  /** What the file asks. */
  public Query query() {
    return file.orElseThrow().query();
  }

  /** Its title in a language. */
  public String title(String language) {
    return language.equals("zh") ? titleZh : title;
  }

  /** What it shows, in a language. */
  public String description(String language) {
    return language.equals("zh") ? descriptionZh : description;
  }

  /** The network of a file; empty if something is wrong with it, and the problems then tell. */
  static Optional<NetworkView> of(QueryFile file, List<InputProblem> problems) {
    int before = problems.size();
    Header header = new Header(file, problems);
    NetworkView view =
        new NetworkView(
            file.item().stem(),
            header.text("title"),
            header.text("title_zh"),
            header.text("description"),
            header.text("description_zh"),
            header.admission(),
            attributes(file.query()),
            Optional.of(file));
    header.edges();
    return problems.size() > before ? Optional.empty() : Optional.of(view);
  }

  /** Reads a network's header and tells what is wrong with it. */
  private record Header(QueryFile file, List<InputProblem> problems) {
    String text(String key) {
      Optional<String> value = file.value(key);
      if (value.isEmpty()) {
        report(top(), "the network has no " + key, "add a line #+ " + key + ": at the top");
      }
      return value.orElse("");
    }

    Admission admission() {
      Set<String> names = new LinkedHashSet<>();
      file.values("admits").stream()
          .flatMap(entry -> Arrays.stream(entry.value().split(",\\s*")))
          .forEach(names::add);
      List<String> unknown =
          names.stream().filter(name -> !Admission.NAMES.contains(name)).toList();
      if (!unknown.isEmpty()) {
        report(
            file.values("admits").get(0).position(),
            "admits " + String.join(", ", unknown),
            "give some of " + String.join(", ", Admission.NAMES));
        return Admission.USUAL;
      }
      return Admission.USUAL.with(names);
    }

    void edges() {
      if (!file.query().isSelectType()
          || !file.query().getResultVars().containsAll(List.of(SOURCE, RELATION, TARGET))) {
        report(
            Position.of(file.item().name()),
            "gives no edges",
            "select ?source, ?relation and ?target");
      }
    }

    private Position top() {
      return new Position(file.item().name(), 1, 0);
    }

    private void report(Position position, String what, String remedy) {
      problems.add(new InputProblem(position, what, remedy));
    }
  }
}
