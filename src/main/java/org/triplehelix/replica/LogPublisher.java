package org.triplehelix.replica;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.Release;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * Sends the step from the last release of a log to another one, in one transaction: all of its
 * parts are there or none. Of two that publish at once, the one that began first is shut out.
 */
public final class LogPublisher implements AutoCloseable {
  /** A broker takes 1,048,588 bytes if nothing else was set; headers need some. */
  private static final int PART_BYTES = 900_000;

  /** After so many offsets a release is sent whole again, so that who starts need not read more. */
  private static final long WHOLE_AFTER = 1_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int RETRY = 100;
  private static final Duration TRANSACTION = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final LogAddress address;
  private final int partBytes;
  private final ReplicaStore store;
  private Optional<LoggedRelease> last = Optional.empty();
  private long next;

  /**
   * What was done.
   *
   * @param hash of the release
   * @param isNew whether it was sent; else it was the last one in the log already
   * @param isWhole whether it was sent whole, not as a step
   * @param parts how many parts it took
   * @param bytes of these, before they were compressed
   * @param offset where the next step will begin, or later
   */
  public record Outcome(
      String hash, boolean isNew, boolean isWhole, int parts, long bytes, long offset) {}

  /**
   * Publishes to a log.
   *
   * @param folder where the last release is kept, so that the log need not be read again; made if
   *     it is not there, and its own
   * @throws BadInputException if the folder cannot be used
   */
  public LogPublisher(LogAddress address, Path folder) {
    this(address, folder, PART_BYTES);
  }

  LogPublisher(LogAddress address, Path folder, int partBytes) {
    this.address = address;
    this.partBytes = partBytes;
    store = new ReplicaStore(folder);
  }

  /**
   * What is to be published.
   *
   * @param release the statements; what is beside them does not count
   * @param content the folder with its questions and networks
   * @param layers what is beside it; empty for those that the log's last release has
   */
  public record Wanted(Release release, Content content, Optional<Layers> layers) {}

  /**
   * Publishes a release.
   *
   * @param whole sends all of it, whatever the log holds
   * @param told takes how it goes
   * @throws BadInputException if the log does not answer, cannot be followed to its end, has layers
   *     that are to be kept and are not known here, or another publisher came later
   */
  public Outcome publish(Wanted wanted, boolean whole, Consumer<String> told) {
    try (Producer<byte[], byte[]> producer = producer()) {
      demandOnePartition();
      producer.initTransactions();
      return publish(wanted, whole, told, producer);
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw shutOut();
    } catch (TimeoutException e) {
      throw bad(
          "does not answer: " + e.getMessage(),
          "see whether the broker runs, and publish again: that tells whether it is there");
    } catch (KafkaException e) {
      if (e.getCause() instanceof ProducerFencedException
          || e.getCause() instanceof InvalidProducerEpochException) {
        throw shutOut();
      }
      throw bad("takes no release: " + e.getMessage(), "see what the broker says");
    }
  }

  private BadInputException shutOut() {
    return bad(
        "is being published to by another, who came later; nothing of this was published",
        "let one publish at a time, and publish again");
  }

  private Outcome publish(
      Wanted wanted, boolean whole, Consumer<String> told, Producer<byte[], byte[]> producer) {
    Optional<ConsumerRecord<byte[], byte[]>> end;
    try (LogReader reader = new LogReader(address)) {
      startFromKept(told);
      if (!whole) {
        catchUp(reader);
      }
      end = reader.last();
    }
    LoggedRelease after =
        LoggedRelease.of(
            wanted.release().with(wanted.layers().orElseGet(() -> layersOf(end))),
            wanted.content());
    if (!whole && last.isPresent() && last.get().state().equals(after.state())) {
      return new Outcome(after.release().hash(), false, false, 0, 0, next);
    }
    Outcome sent = send(after, whole, end.map(LogReader::whole).orElse(-1L), producer);
    keep(wanted.content(), told);
    return sent;
  }

  /** Those that the log's last release has, as far as they are known. */
  private Layers layersOf(Optional<ConsumerRecord<byte[], byte[]>> end) {
    Layers known = last.map(kept -> kept.release().layers()).orElse(Layers.NONE);
    if (end.isPresent() && !LogReader.header(end.get()).layersAfter().equals(known.hash())) {
      throw bad(
          "has layers beside its last release that are not known here",
          "give them with --layer, or leave them out with --no-layers");
    }
    return known;
  }

  private Outcome send(
      LoggedRelease after, boolean whole, long wholeAt, Producer<byte[], byte[]> producer) {
    boolean isWhole = whole || last.isEmpty() || wholeAt < 0 || isLong(wholeAt);
    Optional<LoggedRelease> before = last.filter(release -> !isWhole);
    List<StepParts.Part> parts = StepParts.of(before, after, partBytes);
    StepHeader header =
        new StepHeader(
            UUID.randomUUID().toString(),
            before.map(LoggedRelease::state).orElse(StepHeader.WHOLE),
            after.state(),
            parts.size(),
            isWhole ? -1 : wholeAt);
    producer.beginTransaction();
    Sent sent = send(header, parts, producer);
    producer.commitTransaction();
    last = Optional.of(after);
    next = sent.next();
    return new Outcome(after.release().hash(), true, isWhole, parts.size(), sent.bytes(), next);
  }

  /** It is published, whether that can be noted down here or not. */
  private void keep(Content content, Consumer<String> told) {
    try {
      store.keep(last.orElseThrow(), content, next);
    } catch (BadInputException e) {
      told.accept(
          "The release is published, but not kept here, so that the next publish reads the log"
              + " again: "
              + e.getMessage());
    }
  }

  /** A step takes two offsets at least: that of a part, and that of the end of the transaction. */
  private boolean isLong(long wholeAt) {
    Release release = last.orElseThrow().release();
    long statements = (long) release.quads().size() + release.layers().quads().size();
    long partsOfWhole = statements * 150 / partBytes;
    return next - wholeAt > Math.max(WHOLE_AFTER, 2 * partsOfWhole);
  }

  /**
   * What is in the log once the transaction is committed.
   *
   * @param bytes of all parts
   * @param next offset after the last part
   */
  private record Sent(long bytes, long next) {}

  private Sent send(
      StepHeader header, List<StepParts.Part> parts, Producer<byte[], byte[]> producer) {
    Future<RecordMetadata> sent = null;
    long bytes = 0;
    for (int i = 0; i < parts.size(); i++) {
      byte[] body = parts.get(i).body().get();
      bytes += body.length;
      sent =
          producer.send(
              new ProducerRecord<>(
                  address.topic(), 0, null, null, body, header.of(i + 1, parts.get(i).kind())));
    }
    producer.flush();
    try {
      return new Sent(bytes, sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).offset() + 1);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("no answer to what was sent", e);
    }
  }

  private void startFromKept(Consumer<String> told) {
    if (last.isEmpty()) {
      store
          .newest(told)
          .ifPresent(
              kept -> {
                last = Optional.of(kept.release());
                next = kept.next();
              });
    }
  }

  /** Reads what the log leads to, from what is known of it. */
  private void catchUp(LogReader reader) {
    try {
      if (last.isPresent()) {
        reader.startAfter(next, last.get().state());
      } else {
        reader.startAtLastWhole();
      }
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      for (long end = reader.end(); reader.position() < end; ) {
        long before = reader.position();
        reader.poll(POLL, this::apply);
        if (reader.position() > before) {
          deadline = System.nanoTime() + PATIENCE.toNanos();
        } else if (System.nanoTime() > deadline) {
          throw new TimeoutException("the log is not read to its end");
        }
      }
      reader.demandKnown();
    } catch (Poisoned e) {
      throw bad(
          "cannot be followed to its end: " + e.getMessage(),
          "publish the whole release with --whole; replicas that have stopped there need their"
              + " folders removed");
    }
  }

  private void apply(Step step) throws Poisoned {
    last = Optional.of(step.from(last));
    next = step.next();
  }

  private Producer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address.servers());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "triplehelix-" + address.topic());
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION.toMillis());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    try {
      return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw bad(
          "cannot be published to: " + LogAddress.reason(e), "see whether the names are right");
    }
  }

  /** Makes the topic if it is not there: nothing in it is ever dropped for its age. */
  private void demandOnePartition() {
    try (Admin admin =
        Admin.create(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address.servers(),
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis()))) {
      NewTopic topic =
          new NewTopic(address.topic(), Optional.of(1), Optional.empty())
              .configs(
                  Map.of(
                      TopicConfig.RETENTION_MS_CONFIG, "-1",
                      TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                      TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE));
      try {
        admin.createTopics(List.of(topic)).all().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
      int partitions = partitions(admin);
      if (partitions != 1) {
        throw bad(
            "has " + partitions + " partitions, and so no one order",
            "give a topic of one partition, or one that is not there");
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new TimeoutException("interrupted", e);
    }
  }

  /** A topic that was just made is not known everywhere at once. */
  private int partitions(Admin admin) throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return admin
            .describeTopics(List.of(address.topic()))
            .allTopicNames()
            .get()
            .get(address.topic())
            .partitions()
            .size();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(RETRY);
      }
    }
  }

  private BadInputException bad(String what, String remedy) {
    return new BadInputException(Position.of(address.toString()), what, remedy);
  }

  @Override
  public void close() {
    store.close();
  }
}
