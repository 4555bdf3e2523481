package org.triplehelix.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.source.DocumentFolder;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.Ranges;
import org.triplehelix.vocab.TH;

/** The sentences that passages are, where the documents are at hand. */
public final class Sentences {
  private final DocumentFolder folder;
  private final Map<Node, String> ranges = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();
  private final Map<String, Optional<DocumentText>> texts = new ConcurrentHashMap<>();

  /**
   * The sentences of a release.
   *
   * @param folder with the documents, of which any may be missing
   */
  public Sentences(Release release, DocumentFolder folder) {
    this.folder = folder;
    for (Quad quad : release.quads()) {
      if (quad.getGraph().equals(Graphs.SOURCES)) {
        take(quad);
      }
    }
  }

  private void take(Quad quad) {
    Node predicate = quad.getPredicate();
    if (predicate.equals(TH.ranges)) {
      ranges.put(quad.getSubject(), quad.getObject().getLiteralLexicalForm());
    } else if (predicate.equals(TH.fileName)) {
      files.put(quad.getSubject().getURI(), quad.getObject().getLiteralLexicalForm());
    } else if (predicate.equals(TH.fileDigest)) {
      digests.put(quad.getSubject().getURI(), quad.getObject().getLiteralLexicalForm());
    }
  }

  /** The sentence of a passage; empty if its document is not at hand, or is another file. */
  public Optional<String> of(Node passage) {
    String iri = passage.getURI();
    return Optional.ofNullable(ranges.get(passage))
        .flatMap(Ranges::parse)
        .flatMap(r -> text(iri.substring(0, iri.lastIndexOf('/'))).flatMap(t -> t.readable(r)));
  }

  private Optional<DocumentText> text(String source) {
    return texts.computeIfAbsent(
        source,
        iri ->
            Optional.ofNullable(files.get(iri))
                .flatMap(file -> folder.find(file, digests.get(iri)).text()));
  }
}
