package org.triplehelix.server.guard;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.server.pipeline.ConnectionProblems;
import org.triplehelix.server.pipeline.Limit;
import org.triplehelix.server.pipeline.Metrics;

/**
 * All connections, counted as they open; those whose clients are too slow are ended. One thread
 * looks at them several times in the shortest of their times.
 */
final class Visits implements Connection.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  /** So many beyond a limit are told so; more are closed without a word. */
  private static final int TOLD = 32;

  /** Answers that are shorter are not worth watching. */
  private static final int LARGE = 1 << 16;

  private final DoorSettings settings;
  private final Metrics metrics;
  private final Map<Connection, Visit> visits = new ConcurrentHashMap<>();
  private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "helix-door");
            thread.setDaemon(true);
            return thread;
          });

  Visits(DoorSettings settings, Metrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
    metrics.gauge("helix.connections", "Open connections", visits::size);
    long millis = Math.min(1_000, Math.max(10, shortest().toMillis() / 5));
    watch.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  private Duration shortest() {
    return Collections.min(
        Set.of(settings.headerTime(), settings.idleTime().plusMillis(1)), Duration::compareTo);
  }

  @Override
  public void onOpened(Connection connection) {
    String client = client(connection.getEndPoint());
    int of = client.isEmpty() ? 0 : byClient.merge(client, 1, Integer::sum);
    int all = visits.size() + 1;
    Limit refused = null;
    if (all > settings.connections()) {
      refused = Limit.CONNECTIONS;
    } else if (of > settings.clientConnections()) {
      refused = Limit.CLIENT_CONNECTIONS;
    }
    visits.put(connection, new Visit(connection, client, refused, System.nanoTime()));
    if (all > settings.connections() + TOLD || of > settings.clientConnections() + TOLD) {
      metrics.rejected(refused == null ? Limit.CLIENT_CONNECTIONS : refused);
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    Visit gone = visits.remove(connection);
    if (gone != null && !gone.client().isEmpty()) {
      byClient.computeIfPresent(gone.client(), (c, number) -> number > 1 ? number - 1 : null);
    }
  }

  /** Whose connections are counted: those of a proxy are many clients'. */
  private String client(EndPoint endPoint) {
    if (endPoint.getRemoteSocketAddress() instanceof InetSocketAddress from) {
      InetAddress peer = from.getAddress();
      boolean counts = !settings.exempt().have(peer) && !settings.clients().trusted().have(peer);
      return counts ? Networks.client(peer) : "";
    }
    return "";
  }

  /** That of a connection; null if it was closed meanwhile. */
  Visit of(Connection connection) {
    return visits.get(connection);
  }

  /** How many requests are being answered. */
  long asking() {
    return visits.values().stream().filter(Visit::isAsking).count();
  }

  /** Ends the connections on which nothing is being answered. */
  void endIdle() {
    for (Visit visit : visits.values()) {
      if (visit.leave()) {
        visit.connection().getEndPoint().close();
      }
    }
  }

  private void look() {
    try {
      long now = System.nanoTime();
      for (Visit visit : visits.values()) {
        visit.overdue(now, settings).ifPresent(limit -> end(visit, limit));
      }
      watchMemory();
    } catch (RuntimeException e) {
      LOG.error("The connections could not be looked at", e);
    }
  }

  private void end(Visit visit, Limit limit) {
    EndPoint endPoint = visit.connection().getEndPoint();
    if (limit == Limit.HEADER_TIME && visit.leave()) {
      String time = settings.headerTime().toSeconds() + " seconds";
      endPoint.write(
          Callback.from(endPoint::close),
          ConnectionProblems.answer(408, "No request came within " + time + ".", metrics));
    } else if (limit == Limit.ANSWER_TIME || visit.leave()) {
      metrics.rejected(limit);
      endPoint.close();
    }
  }

  /** An answer begins to be sent: if too much is held in all, who is slowest is not waited for. */
  void sends(Visit visit, byte[] answer) {
    visit.holds(answer);
    if (answer.length >= LARGE) {
      watchMemory();
    }
  }

  private synchronized void watchMemory() {
    while (held() > settings.sendingBytes()) {
      var slowest =
          visits.values().stream()
              .filter(v -> v.held().length >= LARGE)
              .min(Comparator.comparingLong(Visit::since));
      if (slowest.isEmpty()) {
        return;
      }
      metrics.rejected(Limit.SENDING_BYTES);
      Connection connection = slowest.get().connection();
      slowest.get().holds(new byte[0]);
      connection.getEndPoint().close();
    }
  }

  /** Many may be sent the same: it is there once. */
  private long held() {
    Set<byte[]> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Visit visit : visits.values()) {
      byte[] answer = visit.held();
      if (answer.length >= LARGE) {
        distinct.add(answer);
      }
    }
    return distinct.stream().mapToLong(answer -> answer.length).sum();
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
