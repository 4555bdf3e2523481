package org.triplehelix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.triplehelix.check.PrefixLines;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.QueryFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.vocab.Nearest;

/**
 * The networks that have names.
 *
 * @param list by name
 * @param kinds that their pictures tell apart
 */
public record NetworkViews(List<NetworkView> list, Kinds kinds) {
  /** No network at all. */
  public static final NetworkViews NONE = new NetworkViews(List.of(), Kinds.NONE);

  private static final int NEAR = 3;

  public NetworkViews {
    list = List.copyOf(list);
  }

  /**
   * The networks of a folder.
   *
   * @throws BadInputException with every fault of their files
   */
  public static NetworkViews in(Content content) {
    List<InputProblem> problems = new ArrayList<>();
    List<NetworkView> views = new ArrayList<>();
    for (Content.Item item : content.items(Role.NETWORK)) {
      problems.addAll(PrefixLines.faults(item.name(), item.text()));
      QueryFile.read(item, problems)
          .flatMap(file -> NetworkView.of(file, problems))
          .ifPresent(views::add);
    }
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    return new NetworkViews(views, Kinds.in(content));
  }

  /** The network of a name. */
  public Optional<NetworkView> named(String name) {
    return list.stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /** The names that are most like one that does not exist. */
  public List<String> near(String name) {
    return Nearest.of(name, list.stream().map(NetworkView::name).toList(), NEAR);
  }
}
