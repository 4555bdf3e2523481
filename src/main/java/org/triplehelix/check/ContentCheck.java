package org.triplehelix.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.Ranges;
import org.triplehelix.vocab.TH;

/** Runs every check on a built content. */
public final class ContentCheck {
  private final Content content;
  private final Built built;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private int documents;

  private ContentCheck(Content content, Built built) {
    this.content = content;
    this.built = built;
  }

  /**
   * What is wrong with a content.
   *
   * @param texts the folder of the documents; what is not there is skipped
   */
  public static CheckReport run(Content content, Built built, Path texts) {
    ContentCheck check = new ContentCheck(content, built);
    check.style();
    check.shapesAndQueries();
    check.findings.addAll(WordingCheck.run(built));
    check.documents(texts);
    return new CheckReport(check.findings, check.documents, check.skipped);
  }

  private void style() {
    Map<String, Integer> starts = starts(built.release());
    for (Content.Item item : content.items()) {
      if (item.role().holdsRdf()) {
        findings.addAll(StyleCheck.of(item, passage -> starts.getOrDefault(passage, 0)));
      }
    }
  }

  /** Where each passage begins in its document. */
  private static Map<String, Integer> starts(Release release) {
    Map<String, Integer> starts = new HashMap<>();
    for (Quad quad : release.quads()) {
      if (quad.isDefaultGraph() && quad.getPredicate().equals(TH.ranges)) {
        Ranges.parse(quad.getObject().getLiteralLexicalForm())
            .ifPresent(r -> starts.put(quad.getSubject().getURI(), r.list().get(0).start()));
      }
    }
    return starts;
  }

  private void shapesAndQueries() {
    Graph asserted = Asserted.of(built.release());
    findings.addAll(ShapeCheck.run(content, built, asserted));
    DatasetGraph dataset = Asserted.beside(built.release(), asserted);
    for (QueryCheck check : QueryCheck.in(content)) {
      findings.addAll(check.run(dataset, built));
    }
  }

  private void documents(Path texts) {
    for (Quad quad : built.release().quads()) {
      if (quad.getGraph().equals(Graphs.SOURCES) && quad.getPredicate().equals(TH.fileName)) {
        document(quad.getSubject(), texts, quad.getObject().getLiteralLexicalForm());
      }
    }
  }

  private void document(Node source, Path texts, String fileName) {
    Path file = texts.resolve(fileName);
    if (Files.isRegularFile(file)) {
      documents++;
      findings.addAll(DocumentCheck.run(source, DocumentText.read(file), built));
    } else {
      skipped.add(
          built.release().prefixes().abbreviate(source.getURI())
              + ": digests and wordings were not compared, for there is no "
              + file
              + "; put the document there, or name its folder with --texts.");
    }
  }
}
