package org.triplehelix.query;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.triplehelix.store.TextFields;

/**
 * The rows that go into a filter of texts, with every text bound that can pass it. The patterns
 * then find what has these texts, where they would find all that has any; the filter decides as
 * ever.
 */
final class LookedUpTexts extends QueryIterRepeatApply {
  /** Where more may fit, going through all is as quick. */
  private static final int MOST = 4_000;

  private final TextCondition condition;
  private final List<Node> texts;

  private LookedUpTexts(
      TextCondition condition, List<Node> texts, QueryIterator input, ExecutionContext context) {
    super(input, context);
    this.condition = condition;
    this.texts = texts;
  }

  /** The rows with their texts, or as they are if the filter tells nothing about texts. */
  static QueryIterator of(
      OpFilter filter, ReleaseDatasetGraph dataset, QueryIterator input, ExecutionContext context) {
    Optional<SubstringIndex> index = dataset.texts();
    if (index.isEmpty() || dataset.store().isPresent() && readsLayers(filter, dataset, context)) {
      return input;
    }
    Optional<TextCondition> condition = TextCondition.of(filter, TextFields.NAMES);
    return condition
        .flatMap(c -> texts(c, index.get()))
        .<QueryIterator>map(texts -> new LookedUpTexts(condition.get(), texts, input, context))
        .orElse(input);
  }

  /** Whether there may be texts that the index does not know. */
  private static boolean readsLayers(
      OpFilter filter, ReleaseDatasetGraph dataset, ExecutionContext context) {
    boolean[] leaves = {context.getActiveGraph() != dataset.getDefaultGraph()};
    OpWalker.walk(
        filter,
        new OpVisitorBase() {
          @Override
          public void visit(OpGraph graph) {
            leaves[0] = true;
          }
        });
    return leaves[0];
  }

  private static Optional<List<Node>> texts(TextCondition condition, SubstringIndex index) {
    Set<Node> texts = new LinkedHashSet<>();
    for (String part : condition.parts()) {
      Optional<List<Node>> found = index.candidates(part, MOST);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      texts.addAll(found.get());
    }
    return Optional.of(List.copyOf(texts));
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    if (row.contains(condition.variable()) || knowsSubject(row)) {
      return QueryIterSingleton.create(row, getExecContext());
    }
    Iterator<Binding> rows =
        Iter.map(texts.iterator(), text -> BindingFactory.binding(row, condition.variable(), text));
    return QueryIterPlainWrapper.create(rows, getExecContext());
  }

  /** Then its few texts are found sooner than all that fit. */
  private boolean knowsSubject(Binding row) {
    return condition.subjects().stream()
        .allMatch(s -> !s.isVariable() || row.contains(Var.alloc(s)));
  }
}
