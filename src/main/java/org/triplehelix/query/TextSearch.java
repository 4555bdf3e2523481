package org.triplehelix.query;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextDatasetFactory;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.triplehelix.query.run.Watch;
import org.triplehelix.vocab.TH;

/**
 * The full-text index of a release: names, definitions, glosses, notes and printed words of the
 * default graph and of each named graph, analysed by their language (Chinese by pairs of
 * characters).
 */
final class TextSearch {
  /** Whose values are names. */
  static final Set<Node> NAMES =
      Set.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          DCTerms.title.asNode());

  private static final List<Node> OTHER_PROPERTIES =
      List.of(SKOS.definition.asNode(), TH.gloss, TH.note, TH.asWritten);

  /** Characters of what is searched for, and of what marks it. */
  private static final int LONGEST = 1_000;

  private TextSearch() {}

  /** An index that is made when it is first asked; all who ask wait until it is there. */
  static TextIndex later(Collection<Quad> quads) {
    return (TextIndex)
        Proxy.newProxyInstance(
            TextSearch.class.getClassLoader(), new Class<?>[] {TextIndex.class}, new Later(quads));
  }

  /** Makes the index in a thread of its own, that nobody interrupts who asks. */
  private static final class Later implements InvocationHandler {
    private final Collection<Quad> quads;
    private CompletableFuture<TextIndex> index;

    Later(Collection<Quad> quads) {
      this.quads = quads;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      demandShort(arguments);
      try {
        return method.invoke(index().join(), arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
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
    EntityDefinition definition = new EntityDefinition("uri", "label", "graph");
    definition.setLangField("lang");
    for (Node property : Iter.toList(Iter.concat(NAMES.iterator(), OTHER_PROPERTIES.iterator()))) {
      definition.set(
          property.equals(RDFS.label.asNode()) ? "label" : property.getLocalName(), property);
    }
    TextIndexConfig config = new TextIndexConfig(definition);
    config.setMultilingualSupport(true);
    config.setValueStored(true);
    TextIndex index = TextDatasetFactory.createLuceneIndex(new ByteBuffersDirectory(), config);
    for (Quad quad : quads) {
      if (quad.getObject().isLiteral() && definition.getField(quad.getPredicate()) != null) {
        Entity entity = TextQueryFuncs.entityFromQuad(definition, quad);
        index.addEntity(entity);
      }
    }
    index.commit();
    return index;
  }
}
