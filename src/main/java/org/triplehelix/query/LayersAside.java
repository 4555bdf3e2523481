package org.triplehelix.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;

/**
 * Leaves layers out of {@code GRAPH ?g} where their rows would be dropped in the end: what is
 * joined with it needs a triple of {@code ?g}, and of the layer's name there is none.
 */
final class LayersAside {
  private final ReleaseDatasetGraph dataset;
  private final ExecutionContext context;
  private final Map<Var, Set<Node>> useless = new HashMap<>();

  /**
   * What stands at a pattern that is to be matched without some layers.
   *
   * @param layers that are left out
   */
  record Aside(Set<Node> layers) {}

  private LayersAside(ReleaseDatasetGraph dataset, ExecutionContext context) {
    this.dataset = dataset;
    this.context = context;
  }

  /** Elements of a join, each of which sees only the layers that can give rows of the join. */
  static List<Op> of(List<Op> joined, ReleaseDatasetGraph dataset, ExecutionContext context) {
    if (dataset.layers().isEmpty()) {
      return joined;
    }
    LayersAside aside = new LayersAside(dataset, context);
    joined.forEach(element -> aside.look(element, joined));
    return aside.useless.isEmpty() ? joined : joined.stream().map(aside::marked).toList();
  }

  /** What of an element has each of its rows in the join, or none. */
  private static List<Op> kept(Op op) {
    if (op instanceof OpSequence || op instanceof OpDisjunction) {
      return ((OpN) op).getElements();
    }
    if (op instanceof OpJoin || op instanceof OpUnion) {
      return List.of(((Op2) op).getLeft(), ((Op2) op).getRight());
    }
    if (op instanceof OpLeftJoin || op instanceof OpConditional || op instanceof OpMinus) {
      return List.of(((Op2) op).getLeft());
    }
    return op instanceof OpFilter || op instanceof OpExtend || op instanceof OpAssign
        ? List.of(((Op1) op).getSubOp())
        : List.of();
  }

  private void look(Op op, List<Op> joined) {
    kept(op).forEach(part -> look(part, joined));
    if (isOverGraphs(op)) {
      useless.computeIfAbsent(
          Var.alloc(((OpGraph) op).getNode()),
          graph -> {
            Set<Node> layers =
                dataset.layers().stream()
                    .filter(layer -> isWithout(layer, graph, joined))
                    .collect(Collectors.toSet());
            return layers.isEmpty() ? null : layers;
          });
    }
  }

  private static boolean isOverGraphs(Op op) {
    return op instanceof OpGraph graph
        && Var.isVar(graph.getNode())
        && QuadForm.of(Var.alloc(graph.getNode()), graph.getSubOp()).isPresent();
  }

  private boolean isWithout(Node layer, Var graph, List<Op> joined) {
    Binding row = BindingFactory.binding(graph, layer);
    return joined.stream().anyMatch(element -> isWithout(element, graph, row));
  }

  /** Whether an element has no row in which the graph is that one. */
  private boolean isWithout(Op op, Var graph, Binding row) {
    if (op instanceof OpSequence || op instanceof OpJoin || op instanceof OpFilter) {
      return kept(op).stream().anyMatch(part -> isWithout(part, graph, row));
    }
    if (op instanceof OpBGP bgp) {
      return bgp.getPattern().getList().stream()
          .filter(triple -> mentions(triple.getSubject(), triple.getObject(), graph))
          .anyMatch(triple -> isMissing(Substitute.substitute(triple, row)));
    }
    if (op instanceof OpTriple triple) {
      return isWithout(triple.asBGP(), graph, row);
    }
    return op instanceof OpPath path
        && mentions(path.getTriplePath(), graph)
        && isUnreached((OpPath) Substitute.substitute(path, row));
  }

  private static boolean mentions(TriplePath path, Var graph) {
    return mentions(path.getSubject(), path.getObject(), graph);
  }

  private static boolean mentions(Node subject, Node object, Var graph) {
    return graph.equals(subject) || graph.equals(object);
  }

  private boolean isMissing(Triple triple) {
    return !context
        .getActiveGraph()
        .contains(
            wildcard(triple.getSubject()),
            wildcard(triple.getPredicate()),
            wildcard(triple.getObject()));
  }

  /** A triple term with variables may be any. */
  private static Node wildcard(Node node) {
    return node.isConcrete() ? node : Node.ANY;
  }

  private boolean isUnreached(OpPath path) {
    QueryIterator found = QC.execute(path, QueryIterRoot.create(context), context);
    try {
      return !found.hasNext();
    } finally {
      found.close();
    }
  }

  private Op marked(Op op) {
    if (isOverGraphs(op)) {
      Set<Node> layers = useless.get(Var.alloc(((OpGraph) op).getNode()));
      return layers == null ? op : OpLabel.create(new Aside(layers), op);
    }
    List<Op> parts = kept(op);
    if (parts.isEmpty()) {
      return op;
    }
    List<Op> marked = parts.stream().map(this::marked).toList();
    if (op instanceof OpN many) {
      return many.copy(marked);
    }
    return op instanceof Op2 two
        ? two.copy(marked.get(0), marked.size() == 1 ? two.getRight() : marked.get(1))
        : ((Op1) op).copy(marked.get(0));
  }
}
