package org.triplehelix.diff;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.export.PatchExport;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Release;

/** Differences as tests read them. */
final class Texts {
  private Texts() {}

  /** What is told of a difference, without colours. */
  static String of(Release before, Release after, boolean inferred) {
    return of(before, after, new DiffText.Style(false, inferred));
  }

  static String of(Release before, Release after, DiffText.Style style) {
    ReleaseDiff diff = ReleaseDiff.between(before, after);
    StringWriter text = new StringWriter();
    new DiffText(diff, new DiffReport(diff), style).write(new PrintWriter(text, true));
    return text.toString().replace("\r\n", "\n");
  }

  /** The difference as RDF Patch. */
  static byte[] patch(Release before, Release after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PatchExport.write(ReleaseDiff.between(before, after), out);
    return out.toByteArray();
  }

  /** All statements of a dataset in a release's form and order. */
  static List<Quad> quads(DatasetGraph dataset) {
    List<Quad> quads = new ArrayList<>();
    dataset.stream()
        .map(q -> q.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, q.asTriple()) : q)
        .forEach(quads::add);
    return new Canonical().sorted(quads);
  }
}
