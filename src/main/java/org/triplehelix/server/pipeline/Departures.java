package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Notices when a client goes away while its answer is being made: its connection can be read but
 * holds no byte. Jetty by itself notices only when it writes.
 */
final class Departures implements AutoCloseable {
  private static final long POLL_MILLIS = 250;

  private final Selector selector;
  private final Queue<Watch> arrivals = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  private record Watch(SocketChannel channel, Runnable onGone, boolean[] over) {}

  Departures() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::run, "helix-departures");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends a watch. */
  interface Ending extends AutoCloseable {
    @Override
    void close();
  }

  /** Watches the client of a request until the watch is closed. */
  Ending watch(Request request, Runnable onGone) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    if (endPoint instanceof SelectableChannelEndPoint selectable
        && selectable.getChannel() instanceof SocketChannel channel) {
      Watch watch = new Watch(channel, onGone, new boolean[1]);
      arrivals.add(watch);
      return () -> {
        synchronized (watch) {
          watch.over()[0] = true;
        }
      };
    }
    return () -> {};
  }

  private void run() {
    while (selector.isOpen()) {
      try {
        selector.select(this::look, POLL_MILLIS);
        drop();
        selector.selectNow(this::look);
        for (Watch watch = arrivals.poll(); watch != null; watch = arrivals.poll()) {
          register(watch);
        }
      } catch (IOException | ClosedSelectorException e) {
        return;
      }
    }
  }

  private void register(Watch watch) {
    try {
      watch.channel().register(selector, SelectionKey.OP_READ, watch);
    } catch (ClosedChannelException | CancelledKeyException e) {
      end(watch);
    }
  }

  private void drop() {
    for (SelectionKey key : selector.keys()) {
      if (((Watch) key.attachment()).over()[0]) {
        key.cancel();
      }
    }
  }

  private void look(SelectionKey key) {
    Watch watch = (Watch) key.attachment();
    if (isAtEnd(watch.channel())) {
      end(watch);
    }
    key.cancel();
  }

  private static void end(Watch watch) {
    synchronized (watch) {
      if (!watch.over()[0]) {
        watch.over()[0] = true;
        watch.onGone().run();
      }
    }
  }

  private static boolean isAtEnd(SocketChannel channel) {
    try {
      return channel.socket().getInputStream().available() == 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
