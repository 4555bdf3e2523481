package org.triplehelix.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** The sources and passages that the seed files declare. */
final class Sources {
  private final Map<String, String> prefixes = new HashMap<>();
  private final Set<Node> passages = new HashSet<>();

  /** Reads the declarations. */
  static Sources in(List<ParsedFile> seeds) {
    return declared(seeds.stream().flatMap(f -> f.statements().stream()).map(Statement::triple));
  }

  /** The sources and passages that are declared among triples. */
  static Sources declared(Stream<Triple> triples) {
    Sources sources = new Sources();
    triples.forEach(sources::take);
    return sources;
  }

  private void take(Triple triple) {
    if (!triple.getSubject().isURI()) {
      return;
    }
    if (triple.getPredicate().equals(TH.sourcePrefix) && triple.getObject().isLiteral()) {
      prefixes.put(triple.getSubject().getURI(), triple.getObject().getLiteralLexicalForm());
    } else if (triple.getPredicate().equals(RDF.Nodes.type)
        && triple.getObject().equals(TH.Passage)
        && triple.getSubject().getURI().startsWith(Family.SOURCE.namespace())) {
      passages.add(triple.getSubject());
    }
  }

  /** How the nodes and claims of a passage are named: {@code lb-s027}; empty if it is none. */
  Optional<String> passageKey(Node passage) {
    if (!passages.contains(passage)) {
      return Optional.empty();
    }
    String iri = passage.getURI();
    int slash = iri.lastIndexOf('/');
    return Optional.ofNullable(prefixes.get(iri.substring(0, slash)))
        .map(prefix -> prefix + "-" + iri.substring(slash + 1));
  }

  /** Whether a passage belongs to the source of that name. */
  boolean isOf(Node passage, String source) {
    return passage.getURI().startsWith(Family.SOURCE.namespace() + source + "/");
  }

  /** Prefix to namespace of the passages of each source. */
  Map<String, String> prefixes() {
    Map<String, String> namespaces = new TreeMap<>();
    prefixes.forEach((source, prefix) -> namespaces.put(prefix, source + "/"));
    return namespaces;
  }
}
