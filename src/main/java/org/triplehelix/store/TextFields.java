package org.triplehelix.store;

import java.util.Set;
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
import org.apache.lucene.store.Directory;
import org.triplehelix.vocab.TH;

/** What full text finds, in memory and on disk alike. */
public final class TextFields {
  /** Whose values are texts that are searched. */
  public static final Set<Node> PROPERTIES =
      Set.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.definition.asNode(),
          DCTerms.title.asNode(),
          TH.gloss,
          TH.note,
          TH.asWritten);

  /** Those of them whose values are names. */
  public static final Set<Node> NAMES =
      Set.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          DCTerms.title.asNode());

  private static final EntityDefinition DEFINITION = definition();

  private TextFields() {}

  private static EntityDefinition definition() {
    EntityDefinition definition = new EntityDefinition("uri", "label", "graph");
    definition.setLangField("lang");
    for (Node property : PROPERTIES) {
      definition.set(
          property.equals(RDFS.label.asNode()) ? "label" : property.getLocalName(), property);
    }
    return definition;
  }

  /** An index, as it is or empty, each text analysed by its language. */
  public static TextIndex index(Directory directory) {
    TextIndexConfig config = new TextIndexConfig(DEFINITION);
    config.setMultilingualSupport(true);
    config.setValueStored(true);
    return TextDatasetFactory.createLuceneIndex(directory, config);
  }

  /** Adds a statement if its object is a text that is searched; whether it is. */
  public static boolean add(TextIndex index, Quad quad) {
    if (!quad.getObject().isLiteral() || DEFINITION.getField(quad.getPredicate()) == null) {
      return false;
    }
    Entity entity = TextQueryFuncs.entityFromQuad(DEFINITION, quad);
    index.addEntity(entity);
    return true;
  }
}
