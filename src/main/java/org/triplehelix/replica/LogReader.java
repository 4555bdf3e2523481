package org.triplehelix.replica;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the steps of a log in their order, from an offset that its caller keeps. */
final class LogReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int LOOK_BACK = 64;

  private final TopicPartition partition;
  private final Consumer<byte[], byte[]> consumer;
  private final StepAssembly assembly = new StepAssembly();
  private Optional<Known> known = Optional.empty();

  /**
   * The end of a step that was taken before.
   *
   * @param offset of its last part
   * @param state of the release that it led to
   */
  private record Known(long offset, String state) {
    boolean isEndOf(ConsumerRecord<byte[], byte[]> record) {
      return record.offset() == offset && isLast(record) && header(record).after().equals(state);
    }
  }

  LogReader(LogAddress address) {
    partition = new TopicPartition(address.topic(), 0);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address.servers(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(Set.of(partition));
  }

  /** Takes steps, one after the other. */
  interface Taker {
    void take(Step step) throws Poisoned;
  }

  /** Reads on from an offset at which a step begins or began. */
  void startAt(long offset) {
    assembly.clear();
    known = Optional.empty();
    consumer.seek(partition, offset);
  }

  /**
   * Reads on after a step that was taken before, if the log still holds the end of that very step:
   * offsets alone do not tell a log from another of its name.
   *
   * @param next offset after its last part
   * @param state of the release that it led to
   */
  void startAfter(long next, String state) {
    startAt(next - 1);
    known = Optional.of(new Known(next - 1, state));
  }

  /** Whether the step after which is read was not found yet. */
  boolean seeksKnown() {
    return known.isPresent();
  }

  private boolean isKnown(ConsumerRecord<byte[], byte[]> record) throws Poisoned {
    if (known.isEmpty()) {
      return false;
    }
    if (!known.get().isEndOf(record)) {
      demandKnown();
    }
    known = Optional.empty();
    return true;
  }

  /** Demands that the step was found after which is read. */
  void demandKnown() throws Poisoned {
    if (known.isPresent()) {
      throw new Poisoned(
          known.get().offset(),
          "does not hold the end of the step to release "
              + known.get().state()
              + " that was taken from there: it was made anew, or shortened");
    }
  }

  /** Whether nothing more can come at the place of the step after which is read. */
  private boolean isPastKnown() {
    if (known.isEmpty()) {
      return false;
    }
    long offset = known.get().offset();
    return position() > offset || distance().orElse(1) == 0 && end() <= offset;
  }

  /**
   * Reads on from the last whole release, or from the beginning if there is none.
   *
   * @throws org.apache.kafka.common.errors.RetriableException if the log does not answer
   */
  void startAtLastWhole() {
    long begin = begin();
    startAt(last().map(LogReader::whole).filter(offset -> offset > begin).orElse(begin));
  }

  /** Where the last whole release begins, as the last part of a step says. */
  static long whole(ConsumerRecord<byte[], byte[]> last) {
    StepHeader header = header(last);
    return header.isWhole() ? last.offset() - header.parts() + 1 : header.whole();
  }

  /** What the last part of a step says of it. */
  static StepHeader header(ConsumerRecord<byte[], byte[]> last) {
    try {
      return StepHeader.in(last);
    } catch (Poisoned e) {
      throw new IllegalStateException("it was read before", e);
    }
  }

  /** The last part of the last step; empty if there is none. The reading has to be started anew. */
  Optional<ConsumerRecord<byte[], byte[]>> last() {
    long begin = begin();
    long end = end();
    Optional<ConsumerRecord<byte[], byte[]>> found = Optional.empty();
    long from = end;
    for (long back = LOOK_BACK; found.isEmpty() && from > begin; back *= LOOK_BACK) {
      long before = from;
      from = Math.max(begin, end - back);
      startAt(from);
      while (position() < before) {
        for (ConsumerRecord<byte[], byte[]> record : some()) {
          found = record.offset() < before && isLast(record) ? Optional.of(record) : found;
        }
      }
    }
    return found;
  }

  /** What comes next, of what is known to be there. */
  private ConsumerRecords<byte[], byte[]> some() {
    long before = position();
    long deadline = System.nanoTime() + LONGEST.toNanos();
    ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
    while (position() == before) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("what it holds does not come");
      }
      records = consumer.poll(PATIENCE);
    }
    return records;
  }

  private static boolean isLast(ConsumerRecord<byte[], byte[]> record) {
    try {
      return StepHeader.in(record).parts() == StepHeader.part(record);
    } catch (Poisoned e) {
      return false; // whoever comes to it will stop there
    }
  }

  private long begin() {
    return consumer.beginningOffsets(Set.of(partition), PATIENCE).get(partition);
  }

  /** The offset after all that is settled. */
  long end() {
    return consumer.endOffsets(Set.of(partition), PATIENCE).get(partition);
  }

  /** The offset of what is read next. */
  long position() {
    return consumer.position(partition);
  }

  /**
   * Waits for what comes, and hands on each step that is whole.
   *
   * @throws Poisoned if what is there cannot be read, or the taker refuses a step
   * @throws org.apache.kafka.common.errors.RetriableException if the log does not answer
   */
  void poll(Duration longest, Taker taker) throws Poisoned {
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(longest)) {
        Optional<Step> step = isKnown(record) ? Optional.empty() : assembly.take(record);
        if (step.isPresent()) {
          taker.take(step.get());
        }
      }
      if (isPastKnown()) {
        demandKnown();
      }
    } catch (InvalidOffsetException e) {
      throw new Poisoned(
          position(),
          "holds nothing, but begins at "
              + begin()
              + " and ends at "
              + end()
              + ": it was made anew, or shortened");
    }
  }

  /** How far it is to the end, as the log said last; empty if it said nothing yet. */
  OptionalLong distance() {
    return consumer.currentLag(partition);
  }

  /** How often the log has answered. */
  double fetches() {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("fetch-total"))
        .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
        .sum();
  }

  /** Ends a reading that runs in another thread. */
  void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
