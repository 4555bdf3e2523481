package org.triplehelix.export;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatchConst;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.diff.ReleaseDiff;

/**
 * Writes a difference as RDF Patch, which turns the one release into the other, {@code graph:meta}
 * too. Its id is the release it leads to, so that patches from release to release make a log; the
 * same releases give the same bytes.
 */
public final class PatchExport {
  private PatchExport() {}

  /** Writes to a stream, which stays open. */
  public static void write(ReleaseDiff diff, OutputStream out) {
    write(Optional.of(diff.before().iri()), diff.after().iri(), diff.removed(), diff.added(), out);
  }

  /**
   * Writes a part of a difference to a stream, which stays open.
   *
   * @param before the release that it leads from; empty if it leads from nothing
   * @param after the release that it leads to
   */
  public static void write(
      Optional<Node> before, Node after, List<Quad> removed, List<Quad> added, OutputStream out) {
    RDFChanges patch = RDFPatchOps.textWriter(out);
    patch.start();
    patch.header(RDFPatchConst.ID, after);
    before.ifPresent(release -> patch.header(RDFPatchConst.PREV, release));
    patch.txnBegin();
    for (Quad quad : removed) {
      patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
    for (Quad quad : added) {
      patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
    patch.txnCommit();
    patch.finish();
  }
}
