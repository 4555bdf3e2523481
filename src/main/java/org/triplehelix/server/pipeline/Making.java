package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.triplehelix.server.pipeline.Route.DependsOn;
import org.triplehelix.server.pipeline.Route.Prepared;
import org.triplehelix.server.pipeline.Route.PreparedFile;

/**
 * Makes an answer: first in a short try, in a lane that moves fast; what needs more begins again in
 * the lane for long work, where it is watched whether the client still waits.
 */
final class Making {
  private final Pipeline pipeline;
  private final Edition edition;
  private final Request request;
  private final Reply reply;
  private final Prepared prepared;
  private final Format format;
  private final Route route;
  private final boolean kept;
  private final boolean pinned;
  private long rows = Answer.NO_ROWS;

  Making(
      Pipeline pipeline,
      Edition edition,
      Request request,
      Reply reply,
      Route route,
      Prepared prepared,
      Format format,
      boolean kept,
      boolean pinned) {
    this.pipeline = pipeline;
    this.edition = edition;
    this.request = request;
    this.reply = reply;
    this.prepared = prepared;
    this.format = format;
    this.route = route;
    this.kept = kept;
    this.pinned = pinned;
  }

  /** What a release is named for stays the same for ever. */
  private static String cacheControl(boolean pinned) {
    return pinned ? "public, max-age=31536000, immutable" : "public, no-cache";
  }

  private HttpFields headers() {
    HttpFields.Mutable common =
        Headers.common(
            format,
            kept ? cacheControl(pinned && edition.lasts()) : "no-store",
            route.speaks() ? "Accept, Accept-Language" : "Accept");
    if (route.dependsOn() == DependsOn.RELEASE) {
      common.put(Headers.RELEASE, edition.release());
      if (!edition.layers().isEmpty()) {
        common.put(Headers.LAYERS, edition.layers());
      }
    }
    if (HttpStatus.isRedirection(prepared.status(format))) {
      common.remove(HttpHeader.CONTENT_TYPE);
    }
    if (prepared.isForFrames()) {
      Headers.openToFrames(common);
    }
    prepared.headers(format).forEach(common::put);
    return common.asImmutable();
  }

  /**
   * The answer; empty if it was too large to be kept back and was sent.
   *
   * @param place in the short lane; given up for what is long
   */
  Optional<Answer> make(Lane.Place place) {
    reply.from("short");
    AnswerSink sink =
        new AnswerSink(
            pipeline.settings().keepBackBytes(),
            () -> {
              throw new TooCostly();
            });
    try {
      prepared.write(format, new Attempt(true, onGone -> {}, this::count), sink);
      return Optional.of(answer(sink));
    } catch (TooCostly e) {
      place.close();
      return makeAtLength();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(long found) {
    rows = Math.max(0, rows) + found;
  }

  private Answer answer(AnswerSink sink) {
    return Answer.of(prepared.status(format), headers(), sink.bytes(), rows);
  }

  /** Sends a file, made first if it is not there: in the lane for long work, by one request. */
  void send(PreparedFile file) {
    StoredFile stored = file.ready().orElseGet(() -> made(file));
    reply.from("file");
    reply.send(stored, format.contentType(), HttpFields.build(headers()).remove(HttpHeader.VARY));
  }

  private StoredFile made(PreparedFile file) {
    Lane lane = file.isInTheMaking() ? pipeline.waitingRoom() : pipeline.longLane();
    Lane.Place place = lane.enter();
    try {
      return file.file();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      place.close();
    }
  }

  private Optional<Answer> makeAtLength() {
    Lane.Place place = pipeline.longLane().enter();
    try {
      reply.from("long");
      rows = Answer.NO_ROWS;
      AnswerSink sink =
          new AnswerSink(pipeline.settings().keepBackBytes(), () -> reply.flow(headers()));
      boolean whole = written(sink);
      if (whole && !sink.flows()) {
        return Optional.of(answer(sink));
      }
      if (whole) {
        reply.of(rows);
        reply.end(sink.flowing());
      }
      return Optional.empty();
    } finally {
      place.close();
    }
  }

  /** Writes an answer; false if it broke off after it had begun to flow. */
  private boolean written(AnswerSink sink) {
    Waiting client = new Waiting();
    Departures.Ending watch = pipeline.departures().watch(request, client);
    try {
      prepared.write(format, new Attempt(false, client::onGone, this::count), sink);
      return true;
    } catch (IOException e) {
      return brokenOff(sink, new UncheckedIOException(e));
    } catch (RuntimeException e) {
      return brokenOff(sink, e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return brokenOff(sink, new IllegalStateException(e));
    } finally {
      watch.close();
    }
  }

  private boolean brokenOff(AnswerSink sink, RuntimeException why) {
    if (!sink.flows()) {
      throw why;
    }
    reply.abort(why);
    return false;
  }

  /** A client that may go away before or after it is known what is then to be done. */
  private static final class Waiting implements Runnable {
    private Runnable todo = () -> {};
    private boolean gone;

    synchronized void onGone(Runnable what) {
      todo = what;
      if (gone) {
        what.run();
      }
    }

    @Override
    public synchronized void run() {
      gone = true;
      todo.run();
    }
  }
}
