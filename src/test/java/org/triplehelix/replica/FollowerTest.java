package org.triplehelix.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.Publishing;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.source.BadInputException;
import org.triplehelix.store.MadeUpLayer;

/** A real broker, publishers and followers: what comes through, and what stops them. */
class FollowerTest {
  private static final int ENOUGH = 12_000;
  private static final AtomicInteger TOPICS = new AtomicInteger();
  @TempDir private static Path brokerFolder;
  private static KafkaBroker broker;

  @TempDir private Path folder;
  private Publishing content;
  private LogAddress log;
  private LogPublisher publisher;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = new KafkaBroker(brokerFolder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void open() {
    content = new Publishing(folder);
    log = broker.log("releases" + TOPICS.incrementAndGet());
    publisher = new LogPublisher(log, folder.resolve("publisher"));
  }

  @AfterEach
  void close() {
    publisher.close();
    content.close();
  }

  private LogPublisher.Outcome publish(LogPublisher with, Release release, boolean whole) {
    return with.publish(
        new LogPublisher.Wanted(release, content.content(), Optional.empty()), whole, told -> {});
  }

  private Release publish(String says) {
    Release release = content.release(says);
    assertTrue(publish(publisher, release, false).isNew());
    return release;
  }

  private static void until(BooleanSupplier holds) {
    for (int tries = 0; !holds.getAsBoolean(); tries++) {
      assertTrue(tries < ENOUGH, "it never comes");
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A follower that notes what it was to use. */
  private final class Replica implements AutoCloseable {
    private final Follower follower;
    private final List<Release> used = Collections.synchronizedList(new ArrayList<>());

    Replica(String name) {
      follower = new Follower(log, folder.resolve(name));
      used.add(follower.first(told -> {}).release());
      follower.follow(next -> used.add(next.release()));
    }

    Release last() {
      return used.get(used.size() - 1);
    }

    FollowStatus status() {
      return follower.status();
    }

    void untilItUses(Release release) {
      until(() -> status().release().equals(release.hash()) && status().lag() == 0);
      assertEquals(release.quads(), last().quads());
      assertEquals(release.prefixes(), last().prefixes());
    }

    @Override
    public void close() {
      follower.close();
    }
  }

  /** Sends what no publisher of ours would send. */
  private void send(StepHeader header, int part, StepHeader.Kind kind, String body) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", log.servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  log.topic(),
                  0,
                  null,
                  null,
                  body.getBytes(StandardCharsets.UTF_8),
                  header.of(part, kind)))
          .get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String state(Release release) {
    return LoggedRelease.of(release, content.content()).state();
  }

  private static final String ADDS =
      "TX .\nA <http://example.org/s> <http://example.org/p> 1 .\nTC .\n";

  @Test
  void stepsAreAppliedOnceAndInOrderAndARestartGoesOnWhereItWas() {
    Release one = publish("一");
    Release two = publish("二");
    long offset;
    try (Replica replica = new Replica("replica")) {
      assertEquals(two.hash(), replica.used.get(0).hash());
      until(() -> replica.status().isCaughtUp());
      Release three = publish("三");
      replica.untilItUses(three);
      assertEquals(2, replica.used.size());
      offset = replica.status().offset();
    }
    assertEquals(
        offset,
        new ReleaseFolder(folder.resolve("replica")).published().get(1).number(),
        "the offset is kept with the release");
    publish("四");
    Release back = one;
    assertTrue(publish(publisher, back, false).isNew());
    try (Replica replica = new Replica("replica")) {
      replica.untilItUses(back);
      assertTrue(replica.status().offset() > offset);
    }
  }

  @Test
  void whileAReleaseIsMadeReadyTheOneInUseLags() {
    publish("一");
    List<Long> lags = Collections.synchronizedList(new ArrayList<>());
    try (Follower follower = new Follower(log, folder.resolve("replica"))) {
      follower.first(told -> {});
      follower.follow(next -> lags.add(follower.status().lag()));
      until(() -> follower.status().isCaughtUp());
      Release two = publish("二");
      until(() -> follower.status().release().equals(two.hash()));
      until(() -> follower.status().lag() == 0);
    }
    assertEquals(1, lags.size());
    assertTrue(lags.get(0) > 0, lags.toString());
  }

  @Test
  void theSameReleaseIsSentOnceAndAStepIsSmallerThanAWhole() {
    Release one = content.release("一");
    LogPublisher.Outcome first = publish(publisher, one, false);
    assertTrue(first.isNew() && first.isWhole());
    assertFalse(publish(publisher, one, false).isNew());
    LogPublisher.Outcome step = publish(publisher, content.release("二"), false);
    assertTrue(step.isNew() && !step.isWhole());
    assertTrue(step.bytes() * 10 < first.bytes(), step + " " + first);
    assertTrue(publish(publisher, one, true).isWhole());
  }

  @Test
  void aPublisherThatKnowsNothingReadsTheLogFirst() {
    publish("一");
    Release two = publish("二");
    try (LogPublisher other = new LogPublisher(log, folder.resolve("other"))) {
      assertFalse(publish(other, two, false).isNew());
      assertFalse(publish(other, content.release("三"), false).isWhole());
    }
    Release four = publish("四");
    try (Replica replica = new Replica("replica")) {
      replica.untilItUses(four);
    }
  }

  /** One of them may be shut out, and says so; what is there has one order. */
  @Test
  void twoPublishersAtOnceLeaveOneOrder() throws Exception {
    publish("一");
    List<Release> releases = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      releases.add(content.release("说法" + i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Integer>> sent = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int mine = i;
      sent.add(threads.submit(() -> publishAll(releases, mine)));
    }
    int all = sent.get(0).get() + sent.get(1).get();
    threads.shutdown();
    assertTrue(all > 0 && all <= releases.size(), all + " were sent");
    Release last = publish("终");
    try (Replica replica = new Replica("replica")) {
      replica.untilItUses(last);
      assertTrue(replica.status().stopped().isEmpty());
    }
  }

  private int publishAll(List<Release> releases, int from) {
    int sent = 0;
    try (LogPublisher mine = new LogPublisher(log, folder.resolve("one" + from))) {
      for (int i = from; i < releases.size(); i += 2) {
        try {
          sent += publish(mine, releases.get(i), false).isNew() ? 1 : 0;
        } catch (BadInputException e) {
          assertTrue(e.getMessage().contains("by another, who came later"), e.getMessage());
        }
      }
    }
    return sent;
  }

  @Test
  void manyPartsAreOneStep() {
    Release one = content.release("一");
    try (LogPublisher small = new LogPublisher(log, folder.resolve("small"), 10_000)) {
      assertTrue(publish(small, one, false).parts() > 50);
      try (Replica replica = new Replica("replica")) {
        replica.untilItUses(one);
        assertEquals(1, replica.used.size());
      }
    }
  }

  @Test
  void aStepWhoseEndNeverCameIsPassedOver() {
    Release one = publish("一");
    Release two = content.release("二");
    StepHeader cut = new StepHeader("cut", state(one), state(two), 3, 0);
    send(cut, 1, StepHeader.Kind.PATCH, ADDS);
    send(cut, 2, StepHeader.Kind.PATCH, ADDS);
    try (Replica replica = new Replica("replica")) {
      assertEquals(one.hash(), replica.last().hash());
      Release three = publish("三");
      replica.untilItUses(three);
      assertTrue(replica.status().stopped().isEmpty());
    }
  }

  /** Stops at what is sent, and goes on with what it has. */
  private void demandStop(Release last, String reason) {
    try (Replica replica = new Replica("replica")) {
      until(() -> replica.status().stopped().isPresent());
      String why = replica.status().stopped().get();
      assertTrue(why.contains(reason), why);
      assertEquals(last.hash(), replica.last().hash());
      assertEquals(1, replica.used.size());
      assertTrue(replica.status().lag() > 0, "what it stops at is not in use");
    }
  }

  private Release followed() {
    Release one = publish("一");
    try (Replica replica = new Replica("replica")) {
      replica.untilItUses(one);
    }
    return one;
  }

  @Test
  void aStepThatLeadsElsewhereStops() {
    Release one = followed();
    Release two = content.release("二");
    send(new StepHeader("x", state(one), state(two), 1, 0), 1, StepHeader.Kind.PATCH, ADDS);
    demandStop(one, "leads to");
  }

  @Test
  void aStepFromElsewhereStops() {
    Release one = followed();
    Release two = content.release("二");
    send(new StepHeader("x", state(two), state(one), 1, 0), 1, StepHeader.Kind.PATCH, ADDS);
    demandStop(one, "but here is");
  }

  @Test
  void aPatchThatCannotBeReadStops() {
    Release one = followed();
    Release two = content.release("二");
    send(new StepHeader("x", state(one), state(two), 1, 0), 1, StepHeader.Kind.PATCH, "A <x .\n");
    demandStop(one, "cannot be read");
  }

  @Test
  void aBlankNodeStops() {
    Release one = followed();
    Release two = content.release("二");
    send(
        new StepHeader("x", state(one), state(two), 1, 0),
        1,
        StepHeader.Kind.PATCH,
        "TX .\nA _:b <http://example.org/p> 1 .\nTC .\n");
    demandStop(one, "blank node");
  }

  @Test
  void aPartWithoutThoseBeforeItStops() {
    Release one = followed();
    Release two = content.release("二");
    send(new StepHeader("x", state(one), state(two), 2, 0), 2, StepHeader.Kind.PATCH, ADDS);
    demandStop(one, "without the parts before it");
  }

  @Test
  void whatStopsIsNeverPassedOverButAWholeReleaseLetsNewOnesStart() {
    Release one = followed();
    Release two = content.release("二");
    send(new StepHeader("x", state(two), state(one), 1, 0), 1, StepHeader.Kind.PATCH, ADDS);
    assertThrows(BadInputException.class, () -> publish(publisher, two, false));
    assertTrue(publish(publisher, two, true).isNew());
    demandStop(one, "but here is");
    try (Replica replica = new Replica("new")) {
      replica.untilItUses(two);
    }
  }

  /** Its first release takes as many offsets as that of the log before, so the numbers agree. */
  @Test
  void aLogThatWasMadeAnewStopsThoughItIsAsLongAsTheOneBefore() throws Exception {
    Release one = followed();
    long end = new ReleaseFolder(folder.resolve("replica")).newest().orElseThrow().number();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", log.servers()))) {
      admin.deleteTopics(List.of(log.topic())).all().get();
    }
    assertThrows(BadInputException.class, () -> publish(publisher, one, false));
    Release two = content.release("二");
    try (LogPublisher other = new LogPublisher(log, folder.resolve("other"))) {
      assertTrue(publish(other, two, false).isWhole());
    }
    assertThrows(BadInputException.class, () -> publish(publisher, one, false));
    demandStop(one, "was made anew");
    try (Replica replica = new Replica("new")) {
      replica.untilItUses(two);
      assertEquals(end, replica.status().offset());
    }
  }

  @Test
  void aLogThatIsMadeAnewWhileNobodyLooksStopsAFollowerThatRuns() throws Exception {
    publish("一");
    CountDownLatch looksAway = new CountDownLatch(1);
    CountDownLatch looksAgain = new CountDownLatch(1);
    try (Follower follower = new Follower(log, folder.resolve("replica"))) {
      follower.first(told -> {});
      follower.follow(
          next -> {
            looksAway.countDown();
            try {
              looksAgain.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
      Release two = publish("二");
      looksAway.await();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", log.servers()))) {
        admin.deleteTopics(List.of(log.topic())).all().get();
      }
      try (LogPublisher other = new LogPublisher(log, folder.resolve("other"))) {
        publish(other, content.release("三"), false);
        publish(other, content.release("四"), false);
      }
      looksAgain.countDown();
      until(() -> follower.status().stopped().isPresent());
      assertTrue(follower.status().stopped().get().contains("was made anew"));
      assertEquals(two.hash(), follower.status().release());
      assertTrue(follower.status().lag() > 0);
    }
  }

  @Test
  void aTopicThatCannotBeIsTheAskersFault() {
    LogAddress odd = LogAddress.of("kafka://" + log.servers() + "/..");
    try (Follower follower = new Follower(odd, folder.resolve("odd"))) {
      BadInputException refused =
          assertThrows(BadInputException.class, () -> follower.first(told -> {}));
      assertTrue(refused.getMessage().contains("nvalid"), refused.getMessage());
    }
    LogAddress port = LogAddress.of("kafka://127.0.0.1:99999/a");
    BadInputException refused =
        assertThrows(
            BadInputException.class, () -> new Follower(port, folder.resolve("port")).close());
    assertTrue(refused.getMessage().contains("99999"), refused.getMessage());
  }

  private Layers layers(int things) {
    return Layers.in(List.of(MadeUpLayer.file(folder.resolve(things + ".nq"), things)));
  }

  private LogPublisher.Outcome publish(LogPublisher with, Release release, Layers layers) {
    return with.publish(
        new LogPublisher.Wanted(release, content.content(), Optional.of(layers)),
        false,
        told -> {});
  }

  @Test
  void layersComeWithTheReleaseAndStayUntilOthersAreGiven() {
    Release one = content.release("一");
    Layers few = layers(2_000);
    assertTrue(publish(publisher, one, few).isNew());
    assertFalse(publish(publisher, one, few).isNew());
    try (Replica replica = new Replica("replica")) {
      assertEquals(one.with(few), replica.last());
      Layers more = layers(2_010);
      LogPublisher.Outcome step = publish(publisher, one, more);
      assertTrue(step.isNew() && !step.isWhole() && step.bytes() < 10_000, step.toString());
      until(() -> replica.status().layers().equals(more.hash()));
      assertEquals(one.with(more), replica.last());
      Release two = publish("二");
      replica.untilItUses(two);
      assertEquals(more, replica.last().layers());
      assertEquals(
          more, new ReleaseFolder(folder.resolve("replica")).newest().orElseThrow().layers());
      assertTrue(publish(publisher, two, Layers.NONE).isNew());
      until(() -> replica.status().layers().isEmpty());
      assertEquals(two, replica.last());
    }
  }

  @Test
  void aWholeReleaseDoesNotLoseLayersThatNobodyKnows() {
    Release one = content.release("一");
    Layers few = layers(100);
    publish(publisher, one, few);
    Release two = content.release("二");
    try (LogPublisher other = new LogPublisher(log, folder.resolve("other"))) {
      BadInputException why =
          assertThrows(BadInputException.class, () -> publish(other, two, true));
      assertTrue(why.getMessage().contains("not known here"), why.getMessage());
    }
    assertTrue(publish(publisher, two, true).isWhole());
    try (Replica replica = new Replica("replica")) {
      assertEquals(two.with(few), replica.last());
    }
  }

  @Test
  void aLayerInAGraphOfTheReleaseStops() {
    Release one = followed();
    Release two = content.release("二");
    send(
        new StepHeader("x", state(one), state(two), 1, 0),
        1,
        StepHeader.Kind.LAYERS,
        "TX .\nA <http://example.org/s> <http://example.org/p> 1"
            + " <https://w3id.org/triplehelix/graph/register> .\nTC .\n");
    demandStop(one, "its layers are in");
  }

  @Test
  void aFolderIsOfOneReplica() {
    publish("一");
    try (Replica replica = new Replica("replica")) {
      assertThrows(BadInputException.class, () -> new Follower(log, folder.resolve("replica")));
      assertNotEquals(Optional.of(""), replica.status().stopped());
    }
  }

  @Test
  void aDamagedFolderIsMadeAnewFromTheLog() throws Exception {
    Release one = followed();
    var kept = new ReleaseFolder(folder.resolve("replica")).published();
    Files.writeString(kept.get(0).path().resolve("SHA256SUMS"), "");
    try (Replica replica = new Replica("replica")) {
      replica.untilItUses(one);
    }
  }
}
