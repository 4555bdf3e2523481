package org.triplehelix.entity.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A thing that can be found by its names.
 *
 * @param node the thing
 * @param kind what it is to one who looks for it
 * @param names the preferred ones first
 * @param types as it was given them
 * @param allTypes these and what follows from them
 * @param definitions by language
 * @param weight how many statements are about it
 */
public record Named(
    Node node,
    Kind kind,
    List<Name> names,
    List<Node> types,
    Set<Node> allTypes,
    Map<String, String> definitions,
    int weight) {

  public Named {
    names = List.copyOf(names);
    types = List.copyOf(types);
    allTypes = Set.copyOf(allTypes);
    definitions = Map.copyOf(definitions);
  }

  /** Its preferred name in a language; empty if it has none in that language. */
  public Optional<String> preferred(String language) {
    return names.stream()
        .filter(name -> name.form() == Name.Form.PREFERRED && name.language().equals(language))
        .map(Name::text)
        .findFirst();
  }

  /** Its name in a language, else in another. */
  public String name(String language) {
    return preferred(language).orElseGet(() -> names.get(0).text());
  }
}
