package org.triplehelix.export;

import java.io.OutputStream;
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
    RDFChanges patch = RDFPatchOps.textWriter(out);
    patch.start();
    patch.header(RDFPatchConst.ID, diff.after().iri());
    patch.header(RDFPatchConst.PREV, diff.before().iri());
    patch.txnBegin();
    for (Quad quad : diff.removed()) {
      patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
    for (Quad quad : diff.added()) {
      patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
    patch.txnCommit();
    patch.finish();
  }
}
