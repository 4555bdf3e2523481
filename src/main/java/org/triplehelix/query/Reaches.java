package org.triplehelix.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.Path;

/**
 * What paths of any length reach in the default graph of a release, for those that were walked; of
 * so many nodes in all, those asked for longest ago are forgotten first.
 */
final class Reaches {
  private static final int MOST = 100_000;

  private final int most;
  private final Map<Way, Set<Node>> reached = new LinkedHashMap<>(16, 0.75f, true);
  private int nodes;

  /** A path and the end that is known. */
  private record Way(Path path, Node start, Node end) {
    static Way of(TriplePath path) {
      return new Way(path.getPath(), known(path.getSubject()), known(path.getObject()));
    }

    private static Node known(Node end) {
      return end.isVariable() ? Node.ANY : end;
    }
  }

  Reaches() {
    this(MOST);
  }

  Reaches(int most) {
    this.most = most;
  }

  /** What a path reaches; null if that is not known. */
  synchronized Set<Node> of(TriplePath path) {
    return reached.get(Way.of(path));
  }

  /** Keeps what a path reaches, unless that is too much. */
  synchronized void keep(TriplePath path, Set<Node> all) {
    if (all.size() > most / 2) {
      return;
    }
    Set<Node> before = reached.put(Way.of(path), all);
    nodes += 1 + all.size() - (before == null ? 0 : 1 + before.size());
    var oldest = reached.entrySet().iterator();
    while (nodes > most) {
      nodes -= 1 + oldest.next().getValue().size();
      oldest.remove();
    }
  }
}
