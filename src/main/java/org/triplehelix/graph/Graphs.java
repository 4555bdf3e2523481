package org.triplehelix.graph;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.vocab.Family;

/** The names of a release's fixed graphs; every other named graph is a passage. */
public final class Graphs {
  public static final Node REGISTER = named("register");
  public static final Node SCHEMES = named("schemes");
  public static final Node ONTOLOGY = named("ontology");
  public static final Node SOURCES = named("sources");
  public static final Node IDENTITIES = named("identities");
  public static final Node CURATION = named("curation");
  public static final Node INFERRED = named("inferred");
  public static final Node CLAIMS = named("claims");
  public static final Node META = named("meta");

  /** Those of each release that are no passages. */
  public static final List<Node> OF_RELEASES =
      List.of(REGISTER, SCHEMES, ONTOLOGY, SOURCES, IDENTITIES, CURATION, INFERRED, CLAIMS, META);

  /** In the RDF 1.2 view only. */
  public static final Node REIFIERS = named("reifiers");

  private Graphs() {}

  private static Node named(String name) {
    return NodeFactory.createURI(Family.GRAPH.namespace() + name);
  }
}
