package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.server.pipeline.Route.DependsOn;
import org.triplehelix.server.pipeline.Route.Prepared;

/** One request on its way through the pipeline. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Pattern GIVEN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int LOGGED_QUERY = 2_000;

  private final Pipeline pipeline;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final long start = System.nanoTime();
  private final String id;
  private final String path;
  private String routeName = "none";
  private String from = "none";
  private String problemKind = "";

  Exchange(Pipeline pipeline, Request request, Response response, Callback callback) {
    this.pipeline = pipeline;
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.id = id(request);
    this.path = Request.getPathInContext(request);
  }

  /** That of a client or proxy that numbers its requests, else a new one. */
  private static String id(Request request) {
    String given = request.getHeaders().get(Headers.REQUEST_ID);
    return given != null && GIVEN_ID.matcher(given).matches()
        ? given
        : Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
  }

  /** An answer is too large to be kept: whoever waits for it makes it alone. */
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKept() {
      super(null, null, false, false);
    }
  }

  void run() {
    try {
      answer();
    } catch (Problem problem) {
      refuse(problem);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("Request {} failed", id, e);
      refuse(fault());
    }
  }

  private static Problem fault() {
    return new Problem(
        Problem.Kind.FAULT,
        "The server failed; it is not your fault.",
        "Report it with the number of this request.");
  }

  private void answer() {
    String path = Request.getPathInContext(request);
    Route route = pipeline.routes.at(path).orElseThrow(() -> unknownPath(path));
    routeName = route.path();
    String method = request.getMethod();
    Set<String> methods = methods(route);
    if (!methods.contains(method)) {
      throw new Problem(
              Problem.Kind.METHOD_NOT_ALLOWED,
              method + " is not answered here.",
              "Use " + String.join(", ", methods) + ".")
          .withHeader("Allow", String.join(", ", methods));
    }
    if (method.equals("OPTIONS")) {
      options(methods);
    } else {
      answer(route, method.equals("HEAD") ? "GET" : method);
    }
  }

  private Problem unknownPath(String path) {
    return new Problem(Problem.Kind.NOT_FOUND, "There is nothing at " + path + ".", "Begin at /.")
        .with("paths", pipeline.routes.all().stream().map(Route::path).toList());
  }

  private static Set<String> methods(Route route) {
    Set<String> methods = new TreeSet<>(route.methods());
    methods.add("HEAD");
    methods.add("OPTIONS");
    return methods;
  }

  private void options(Set<String> methods) {
    HttpFields.Mutable headers = HttpFields.build();
    String names = String.join(", ", methods);
    headers.put(HttpHeader.ALLOW, names);
    Headers.anyOrigin(headers);
    headers.put("Access-Control-Allow-Methods", names);
    headers.put(
        "Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
    headers.put("Access-Control-Max-Age", "86400");
    from = "options";
    send(204, headers, ByteBuffer.allocate(0));
  }

  private void answer(Route route, String method) {
    String body = method.equals("POST") ? pipeline.reader.body(request) : "";
    boolean kept = route.dependsOn() == DependsOn.RELEASE;
    String words = kept ? words(route, method, body) : "";
    Optional<Answer> known = kept ? pipeline.cache.byText(words) : Optional.empty();
    if (known.isPresent()) {
      from = "cache";
      send(known.get());
      return;
    }
    Call call = pipeline.reader.call(request, route, method, path, body);
    Lane.Place place = pipeline.shortLane.enter();
    try {
      Prepared prepared = route.prepare(call);
      Format format = negotiated(call, prepared.formats());
      if (kept) {
        String meaning =
            String.join(
                "\n",
                route.path(),
                format.label(),
                route.speaks() ? call.language() : "",
                prepared.canonical());
        shared(route, prepared, format, words, meaning, place);
      } else {
        made(route, prepared, format, place).ifPresent(this::send);
      }
    } finally {
      place.close();
    }
  }

  /** All that decides about an answer, as the client wrote it. */
  private String words(Route route, String method, String body) {
    HttpFields headers = request.getHeaders();
    return String.join(
        "\n",
        method,
        request.getHttpURI().getPathQuery(),
        RequestReader.header(request, HttpHeader.ACCEPT),
        route.speaks() ? RequestReader.header(request, HttpHeader.ACCEPT_LANGUAGE) : "",
        body.isEmpty() ? "" : headers.get(HttpHeader.CONTENT_TYPE) + "\n" + body);
  }

  private Format negotiated(Call call, List<Format> formats) {
    Optional<String> asked = call.parameter("format");
    List<String> labels = formats.stream().map(Format::label).toList();
    if (asked.isPresent()) {
      return formats.stream()
          .filter(f -> f.isCalled(asked.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new Problem(
                          Problem.Kind.BAD_REQUEST,
                          "There is no format " + asked.get() + " of this.",
                          "Use one of those available.")
                      .with("available", labels));
    }
    return new Accept(RequestReader.header(request, HttpHeader.ACCEPT))
        .best(formats)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_ACCEPTABLE,
                        "This cannot be had in any format that Accept names.",
                        "Accept one of those available, or use format=.")
                    .with("available", formats.stream().map(Format::mediaType).toList()));
  }

  /** The answer that is kept, or that another request is making, or that this one makes. */
  private void shared(
      Route route,
      Prepared prepared,
      Format format,
      String words,
      String meaning,
      Lane.Place place) {
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    Optional<CompletableFuture<Answer>> other = pipeline.cache.byMeaning(meaning, mine);
    if (other.isPresent()) {
      if (!other.get().isDone()) {
        place.close();
      }
      awaited(other.get(), route, prepared, format, words, meaning);
      return;
    }
    try {
      Optional<Answer> made = made(route, prepared, format, place);
      if (made.isPresent()) {
        mine.complete(made.get());
        pipeline.cache.remember(words, meaning);
        send(made.get());
      } else {
        mine.completeExceptionally(new NotKept());
      }
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private void awaited(
      CompletableFuture<Answer> other,
      Route route,
      Prepared prepared,
      Format format,
      String words,
      String meaning) {
    from = other.isDone() ? "meaning" : "joined";
    Answer answer;
    try {
      answer = other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem && problem.kind() != Problem.Kind.BUSY) {
        throw problem;
      }
      Lane.Place place = pipeline.shortLane.enter();
      try {
        made(route, prepared, format, place).ifPresent(this::send);
      } finally {
        place.close();
      }
      return;
    }
    pipeline.cache.remember(words, meaning);
    send(answer);
  }

  /** Makes an answer; empty if it was too large to be kept back and has been sent. */
  private Optional<Answer> made(Route route, Prepared prepared, Format format, Lane.Place place) {
    from = "short";
    HttpFields headers = headers(route, format);
    AnswerSink sink =
        new AnswerSink(
            pipeline.settings.keepBackBytes(),
            () -> {
              throw new TooCostly();
            });
    try {
      prepared.write(format, new Attempt(true, onGone -> {}), sink);
      return Optional.of(Answer.of(200, headers, sink.bytes()));
    } catch (TooCostly e) {
      place.close();
      return madeAtLength(prepared, format, headers);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Answer> madeAtLength(Prepared prepared, Format format, HttpFields headers) {
    Lane.Place place = pipeline.longLane.enter();
    try {
      from = "long";
      AnswerSink sink = new AnswerSink(pipeline.settings.keepBackBytes(), () -> flow(headers));
      if (!written(prepared, format, sink)) {
        return Optional.empty();
      }
      if (!sink.flows()) {
        return Optional.of(Answer.of(200, headers, sink.bytes()));
      }
      end(sink);
      return Optional.empty();
    } finally {
      place.close();
    }
  }

  /** Writes an answer; false if it broke off after it had begun to flow. */
  private boolean written(Prepared prepared, Format format, AnswerSink sink) {
    Watched watched = new Watched();
    Departures.Ending watch = pipeline.departures.watch(request, watched);
    try {
      prepared.write(format, new Attempt(false, watched::add), sink);
      return true;
    } catch (IOException | RuntimeException | Error e) {
      if (!sink.flows()) {
        throw e instanceof IOException io ? new IllegalStateException(io) : rethrown(e);
      }
      abort(e);
      return false;
    } finally {
      watch.close();
    }
  }

  private static RuntimeException rethrown(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return (RuntimeException) e;
  }

  /** What is to be done if the client goes away, even if it went before that was known. */
  private static final class Watched implements Runnable {
    private Runnable todo = () -> {};
    private boolean gone;

    synchronized void add(Runnable onGone) {
      todo = onGone;
      if (gone) {
        onGone.run();
      }
    }

    @Override
    public synchronized void run() {
      gone = true;
      todo.run();
    }
  }

  private HttpFields headers(Route route, Format format) {
    boolean kept = route.dependsOn() == DependsOn.RELEASE;
    HttpFields.Mutable headers =
        Headers.common(
            format,
            kept ? "public, no-cache" : "no-store",
            route.speaks() ? "Accept, Accept-Language" : "Accept");
    if (kept) {
      headers.put("X-Release", pipeline.release.get());
    }
    return headers.asImmutable();
  }

  /** Sends status and headers of an answer whose length is not known. */
  private OutputStream flow(HttpFields headers) {
    response.setStatus(200);
    headers.forEach(response.getHeaders()::put);
    response.getHeaders().put(Headers.REQUEST_ID, id);
    return isHead() ? OutputStream.nullOutputStream() : Content.Sink.asOutputStream(response);
  }

  private boolean isHead() {
    return HttpMethod.HEAD.is(request.getMethod());
  }

  private void end(AnswerSink sink) {
    try {
      sink.end();
      callback.succeeded();
      done(200, -1);
    } catch (IOException e) {
      abort(e);
    }
  }

  /** Breaks the connection, so that no client takes a part for the whole. */
  private void abort(Throwable why) {
    problemKind = why instanceof Problem problem ? problem.kind().label() : "broken off";
    done(200, -1);
    callback.failed(why);
  }

  private void send(Answer answer) {
    Answer.Variant variant =
        answer.variant(RequestReader.header(request, HttpHeader.ACCEPT_ENCODING));
    if (answer.status() == 200 && isKnown(variant.etag())) {
      HttpFields.Mutable headers = HttpFields.build(variant.headers());
      headers.remove(HttpHeader.CONTENT_LENGTH);
      headers.remove(HttpHeader.CONTENT_TYPE);
      headers.remove(HttpHeader.CONTENT_ENCODING);
      send(304, headers, ByteBuffer.allocate(0));
    } else {
      send(answer.status(), variant.headers(), ByteBuffer.wrap(variant.bytes()));
    }
  }

  private boolean isKnown(String etag) {
    for (String value : request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true)) {
      if (value.equals("*") || value.replaceFirst("^W/", "").equals(etag)) {
        return true;
      }
    }
    return false;
  }

  private void refuse(Problem problem) {
    problemKind = problem.kind().label();
    pipeline.metrics.problem(problemKind);
    String accept = RequestReader.header(request, HttpHeader.ACCEPT);
    Answer answer =
        pipeline.problems.of(problem, accept, RequestReader.preferredLanguage(request), id);
    send(answer);
  }

  private void send(int status, HttpFields headers, ByteBuffer bytes) {
    response.setStatus(status);
    HttpFields.Mutable all = response.getHeaders();
    for (HttpField field : headers) {
      all.add(field);
    }
    all.put(Headers.REQUEST_ID, id);
    all.put(Headers.SERVER_TIMING, from + ";dur=" + (System.nanoTime() - start) / 1_000 / 1e3);
    int length = bytes.remaining();
    response.write(true, isHead() ? ByteBuffer.allocate(0) : bytes, callback);
    done(status, length);
  }

  private void done(int status, int length) {
    long nanos = System.nanoTime() - start;
    pipeline.metrics.request(routeName, status, from, nanos);
    if (pipeline.log != null) {
      pipeline.log.add(line(status, length, nanos));
    }
  }

  private Map<String, Object> line(int status, int length, long nanos) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", java.time.Instant.now().toString());
    line.put("id", id);
    line.put("client", Request.getRemoteAddr(request));
    line.put("method", request.getMethod());
    String target = request.getHttpURI().getPathQuery();
    line.put("target", target.length() > LOGGED_QUERY ? target.substring(0, LOGGED_QUERY) : target);
    line.put("route", routeName);
    line.put("status", status);
    line.put("from", from);
    line.put("micros", nanos / 1_000);
    if (length >= 0) {
      line.put("bytes", length);
    }
    if (!problemKind.isEmpty()) {
      line.put("problem", problemKind);
    }
    return line;
  }
}
