package org.triplehelix.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.Abortable;
import org.apache.jena.sparql.engine.iterator.QueryIterAbortable;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.solver.SolverLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.triplehelix.store.Store;

/**
 * Answers {@code GRAPH ?g} patterns from the index over all named graphs, where ARQ by itself goes
 * through the graphs one by one; and paths and filters of texts from what is known of the release.
 * Everything else is ARQ's.
 */
final class QuadExecutor extends OpExecutor {

  QuadExecutor(ExecutionContext context) {
    super(context);
  }

  @Override
  protected QueryIterator execute(OpGraph op, QueryIterator input) {
    if (!Var.isVar(op.getNode()) || !(execCxt.getDataset() instanceof ReleaseDatasetGraph)) {
      return super.execute(op, input);
    }
    Optional<Op> quads = QuadForm.of(Var.alloc(op.getNode()), op.getSubOp());
    return quads.isPresent() ? exec(quads.get(), input) : super.execute(op, input);
  }

  /** Layers whose rows the join would drop are not looked into. */
  @Override
  protected QueryIterator execute(OpSequence op, QueryIterator input) {
    if (!(execCxt.getDataset() instanceof ReleaseDatasetGraph dataset)) {
      return super.execute(op, input);
    }
    OpSequence sequence = OpSequence.create();
    LayersAside.of(op.getElements(), dataset, execCxt).forEach(sequence::add);
    return super.execute(sequence, input);
  }

  @Override
  protected QueryIterator execute(OpLabel op, QueryIterator input) {
    if (!(op.getObject() instanceof LayersAside.Aside aside)
        || !(execCxt.getDataset() instanceof ReleaseDatasetGraph dataset)) {
      return super.execute(op, input);
    }
    ExecutionContext narrower =
        ExecutionContext.create(
            dataset.without(aside.layers()), execCxt.getActiveGraph(), execCxt.getContext());
    return QC.execute(op.getSubOp(), input, narrower);
  }

  /** What a filter looks for in texts is looked up, where ARQ goes through all texts there are. */
  @Override
  protected QueryIterator execute(OpFilter op, QueryIterator input) {
    return execCxt.getDataset() instanceof ReleaseDatasetGraph dataset
        ? super.execute(op, LookedUpTexts.of(op, dataset, input, execCxt))
        : super.execute(op, input);
  }

  /** In a layer the engine of its store joins, by the numbers of terms and not by terms. */
  @Override
  protected QueryIterator execute(OpBGP op, QueryIterator input) {
    Optional<GraphTDB> layer = layer();
    if (layer.isEmpty() || op.getPattern().isEmpty()) {
      return super.execute(op, input);
    }
    ExecutionContext stored = ExecutionContext.copyChangeActiveGraph(execCxt, layer.get());
    stored.setExecutor(OpExecutorTDB2.OpExecFactoryTDB);
    return QC.execute(op, input, stored);
  }

  @Override
  protected QueryIterator execute(OpGroup op, QueryIterator input) {
    Optional<NodeTable> terms =
        execCxt.getDataset() instanceof ReleaseDatasetGraph dataset
            ? dataset.store().map(Store::terms)
            : Optional.empty();
    return super.execute(terms.map(table -> CountedTerms.in(op, table)).orElse(op), input);
  }

  private Optional<GraphTDB> layer() {
    return execCxt.getDataset() instanceof ReleaseDatasetGraph dataset
            && execCxt.getActiveGraph() instanceof GraphView view
            && dataset.isLayer(view.getGraphName())
        ? dataset.store().filter(Store::isReading).map(store -> store.graph(view.getGraphName()))
        : Optional.empty();
  }

  @Override
  protected QueryIterator execute(OpPath op, QueryIterator input) {
    return ReachedPath.answers(op) ? ReachedPath.of(op, input, execCxt) : super.execute(op, input);
  }

  @Override
  protected QueryIterator execute(OpJoin op, QueryIterator input) {
    List<Op> sides = List.of(op.getLeft(), op.getRight());
    if (execCxt.getDataset() instanceof ReleaseDatasetGraph dataset) {
      sides = LayersAside.of(sides, dataset, execCxt);
    }
    QueryIterator left = exec(sides.get(0), input);
    QueryIterator right = exec(sides.get(1), root());
    return new Joined(Join.join(left, right, execCxt), left, right);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
    QueryIterator left = exec(op.getLeft(), input);
    QueryIterator right = exec(op.getRight(), root());
    return new Joined(Join.leftJoin(left, right, op.getExprs(), execCxt), left, right);
  }

  /** Rows of VALUES are joined too. */
  @Override
  protected QueryIterator execute(OpTable op, QueryIterator input) {
    return new Joined(super.execute(op, input), input);
  }

  @Override
  protected QueryIterator execute(OpQuadPattern op, QueryIterator input) {
    QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
    BasicPattern ordered = order(op.getBasicPattern(), peek);
    Iterator<Binding> chain = peek;
    List<Abortable> abortables = new ArrayList<>();
    for (Triple triple : ordered) {
      chain = match(chain, op.getGraphNode(), triple);
      chain = SolverLib.makeAbortable(chain, abortables);
    }
    return new QueryIterAbortable(chain, abortables, peek, execCxt);
  }

  /** The order that ARQ would choose, with what the first row already binds taken as known. */
  private static BasicPattern order(BasicPattern pattern, QueryIterPeek peek) {
    if (pattern.size() < 2 || !peek.hasNext()) {
      return pattern;
    }
    BasicPattern known = Substitute.substitute(pattern, peek.peek());
    return ReorderLib.fixed().reorderIndexes(known).reorder(pattern);
  }

  private Iterator<Binding> match(Iterator<Binding> chain, Node graph, Triple pattern) {
    DatasetGraph dataset = execCxt.getDataset();
    return Iter.flatMap(chain, binding -> match(dataset, binding, Quad.create(graph, pattern)));
  }

  private static Iterator<Binding> match(DatasetGraph dataset, Binding binding, Quad pattern) {
    Quad known = Substitute.substitute(pattern, binding);
    if (Quad.isDefaultGraph(known.getGraph()) || known.isUnionGraph()) {
      return Iter.nullIterator(); // a variable ranges over the graphs that have names
    }
    Iterator<Quad> quads =
        dataset.findNG(
            wildcard(known.getGraph()),
            wildcard(known.getSubject()),
            wildcard(known.getPredicate()),
            wildcard(known.getObject()));
    return Iter.removeNulls(Iter.map(quads, quad -> bind(binding, known, quad)));
  }

  private static Node wildcard(Node node) {
    return Var.isVar(node) ? Node.ANY : node;
  }

  private static Binding bind(Binding binding, Quad pattern, Quad quad) {
    BindingBuilder builder = Binding.builder(binding);
    boolean fits =
        bind(builder, pattern.getGraph(), quad.getGraph())
            && bind(builder, pattern.getSubject(), quad.getSubject())
            && bind(builder, pattern.getPredicate(), quad.getPredicate())
            && bind(builder, pattern.getObject(), quad.getObject());
    return fits ? builder.build() : null;
  }

  private static boolean bind(BindingBuilder builder, Node pattern, Node node) {
    if (!Var.isVar(pattern)) {
      return true;
    }
    Var variable = Var.alloc(pattern);
    Node bound = builder.get(variable);
    if (bound != null) {
      return bound.sameTermAs(node);
    }
    builder.add(variable, node);
    return true;
  }
}
