package org.triplehelix.replica;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Puts parts together to whole steps. A step whose last parts never came is dropped when another
 * begins: who sent it was stopped, and nothing was built on it.
 */
final class StepAssembly {
  private StepHeader header;
  private int taken;
  private long first;
  private Step.Change release;
  private Step.Change layers;
  private ByteArrayOutputStream packed;

  /** Forgets what was begun. */
  void clear() {
    header = null;
  }

  /** Takes the next part; gives the step if it was the last one. */
  Optional<Step> take(ConsumerRecord<byte[], byte[]> record) throws Poisoned {
    StepHeader its = StepHeader.in(record);
    int part = StepHeader.part(record);
    if (part == 1) {
      begin(its, record.offset());
    } else if (!its.equals(header) || part != taken + 1) {
      throw new Poisoned(
          record.offset(), "holds part " + part + " of a step without the parts before it");
    }
    taken = part;
    add(record);
    if (taken < its.parts()) {
      return Optional.empty();
    }
    Step step = new Step(its, release, layers, files(record.offset()), first, record.offset() + 1);
    clear();
    return Optional.of(step);
  }

  private void begin(StepHeader its, long offset) {
    header = its;
    first = offset;
    release = Step.Change.none();
    layers = Step.Change.none();
    packed = new ByteArrayOutputStream();
  }

  private void add(ConsumerRecord<byte[], byte[]> record) throws Poisoned {
    if (record.value() == null) {
      throw new Poisoned(record.offset(), "holds a part without a body");
    }
    switch (StepHeader.kind(record)) {
      case FILES -> packed.writeBytes(record.value());
      case PATCH -> add(record, release);
      case LAYERS -> add(record, layers);
    }
  }

  private static void add(ConsumerRecord<byte[], byte[]> record, Step.Change change)
      throws Poisoned {
    try {
      RDFPatchOps.read(new ByteArrayInputStream(record.value())).apply(new Changes(change));
    } catch (RuntimeException | StackOverflowError e) {
      throw new Poisoned(record.offset(), "holds a patch that cannot be read: " + e.getMessage());
    }
  }

  private Optional<SideFiles> files(long offset) throws Poisoned {
    if (packed.size() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(SideFiles.unpacked(packed.toByteArray()));
    } catch (IOException e) {
      throw new Poisoned(offset, "ends a step whose files cannot be read: " + e.getMessage());
    }
  }

  /** Takes what a patch changes. */
  private static final class Changes extends RDFChangesBase {
    private final Step.Change change;

    Changes(Step.Change change) {
      this.change = change;
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
      change.added().add(quad(graph, subject, predicate, object));
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
      change.removed().add(quad(graph, subject, predicate, object));
    }

    private Quad quad(Node graph, Node subject, Node predicate, Node object) {
      boolean isDefault = graph == null || Quad.isDefaultGraph(graph);
      return Quad.create(isDefault ? Quad.defaultGraphIRI : graph, subject, predicate, object);
    }

    @Override
    public void txnAbort() {
      throw new IllegalArgumentException("it takes back what it says");
    }
  }
}
