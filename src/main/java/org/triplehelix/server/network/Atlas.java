package org.triplehelix.server.network;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.network.Networks;
import org.triplehelix.network.Selection;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.TooCostly;

/** The networks of the release that is served; those that are whole are made once. */
final class Atlas {
  private final Knowledge knowledge;
  private final Map<String, Network> whole = new ConcurrentHashMap<>();

  Atlas(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  private Networks networks() {
    return knowledge.site().networks().get();
  }

  NetworkViews views() {
    return networks().views();
  }

  /**
   * The network of a name.
   *
   * @throws Problem if there is none
   */
  NetworkView view(String name) {
    return views()
        .named(name)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no network " + name + ".",
                        "See " + NetworkRoutes.PATH + " for all of them.")
                    .with("near", views().near(name))
                    .with("known", views().list().stream().map(NetworkView::name).toList()));
  }

  /** The part of a network that is wanted. */
  Network network(Wanted wanted, Attempt attempt) {
    return wanted.isWhole()
        ? whole(wanted.view(), attempt)
        : made(wanted.view(), wanted.selection(), attempt);
  }

  /**
   * All that a view shows.
   *
   * @throws TooCostly in a short attempt if it is yet to be made
   */
  Network whole(NetworkView view, Attempt attempt) {
    Network known = whole.get(view.name());
    if (known == null && attempt.isShort()) {
      throw new TooCostly();
    }
    if (known == null) {
      known = made(view, Selection.of(view), attempt);
      whole.put(view.name(), known);
    }
    return known;
  }

  /** Those of all views. */
  List<Network> all(Attempt attempt) {
    return views().list().stream().map(view -> whole(view, attempt)).toList();
  }

  private Network made(NetworkView view, Selection selection, Attempt attempt) {
    var rows = knowledge.evaluation(view.name()).rows(view.query(), attempt);
    return networks().network(view, rows, selection);
  }
}
