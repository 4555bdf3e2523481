package org.triplehelix.query;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.triplehelix.query.run.Watch;
import org.triplehelix.store.Store;
import org.triplehelix.store.TextFields;

/**
 * The full-text index of a release: names, definitions, glosses, notes and printed words of the
 * default graph and of each named graph, analysed by their language (Chinese by pairs of
 * characters).
 */
final class TextSearch {
  /** Characters of what is searched for, and of what marks it. */
  private static final int LONGEST = 1_000;

  private TextSearch() {}

  /**
   * An index that is made when it is first asked; all who ask wait until it is there.
   *
   * @param layers of the store that are asked
   */
  static TextIndex later(Collection<Quad> quads, Optional<Store> store, Set<Node> layers) {
    return (TextIndex)
        Proxy.newProxyInstance(
            TextSearch.class.getClassLoader(),
            new Class<?>[] {TextIndex.class},
            new Later(quads, store, layers));
  }

  /** Makes the index in a thread of its own, that nobody interrupts who asks. */
  private static final class Later implements InvocationHandler {
    private final Collection<Quad> quads;
    private final Optional<Store> store;
    private final Set<Node> layers;
    private CompletableFuture<TextIndex> index;

    Later(Collection<Quad> quads, Optional<Store> store, Set<Node> layers) {
      this.quads = quads;
      this.store = store.filter(given -> !layers.isEmpty());
      this.layers = layers;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      demandShort(arguments);
      try {
        Object found = method.invoke(index().join(), arguments);
        return store.isPresent() && found instanceof List<?> hits
            ? withStored(hits, method, arguments)
            : found;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    /** Hits of both, the best first. */
    private List<TextHit> withStored(List<?> hits, Method method, Object[] arguments)
        throws IllegalAccessException, InvocationTargetException {
      List<?> stored = (List<?>) method.invoke(store.get().texts(), arguments);
      return Stream.concat(
              hits.stream().map(TextHit.class::cast),
              stored.stream()
                  .map(TextHit.class::cast)
                  .filter(hit -> layers.contains(hit.getGraph())))
          .sorted(Comparator.comparingDouble(TextHit::getScore).reversed())
          .toList();
    }

    private synchronized CompletableFuture<TextIndex> index() {
      if (index == null) {
        index = CompletableFuture.supplyAsync(() -> TextSearch.index(quads));
      }
      return index;
    }
  }

  /** What is searched for is parsed, and what marks it is repeated, at one stroke. */
  private static void demandShort(Object[] arguments) {
    if (arguments != null) {
      Stream.of(arguments)
          .filter(String.class::isInstance)
          .forEach(text -> Watch.current().demandLength(((String) text).length(), LONGEST));
    }
  }

  /** Indexes all statements. */
  static TextIndex index(Collection<Quad> quads) {
    TextIndex index = TextFields.index(new ByteBuffersDirectory());
    quads.forEach(quad -> TextFields.add(index, quad));
    index.commit();
    return index;
  }
}
