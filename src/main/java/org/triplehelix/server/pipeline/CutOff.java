package org.triplehelix.server.pipeline;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Ends connections of those who are too slow: what they hold is wanted by others. */
final class CutOff {
  private CutOff() {}

  /** Closes the connection of a request after some time, unless it is cancelled before. */
  static Scheduler.Task after(Duration time, Request request) {
    return request
        .getComponents()
        .getScheduler()
        .schedule(
            () -> request.getConnectionMetaData().getConnection().getEndPoint().close(),
            time.toMillis(),
            TimeUnit.MILLISECONDS);
  }
}
