package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The way out: status, headers and bytes of one request, counted and logged. */
final class Reply {
  private static final Pattern GIVEN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int LOGGED = 2_000;
  private static final FileAnswers FILES = new FileAnswers();

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Metrics metrics;
  private final AccessLog log;
  private final Supplier<HttpFields> standing;
  private final long start = System.nanoTime();
  private final String id;
  private String route = "none";
  private String from = "none";
  private String problem = "";
  private String body = "";
  private boolean isConfidential;
  private long rows = Answer.NO_ROWS;
  private Limit limit;

  /**
   * A reply.
   *
   * @param log null if nobody wants a line
   * @param standing headers of the moment
   */
  Reply(
      Request request,
      Response response,
      Callback callback,
      Metrics metrics,
      AccessLog log,
      Supplier<HttpFields> standing) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.metrics = metrics;
    this.log = log;
    this.standing = standing;
    this.id = id(request);
  }

  /** That of a client or proxy that numbers its requests, else a new one. */
  private static String id(Request request) {
    String given = request.getHeaders().get(Headers.REQUEST_ID);
    return given != null && GIVEN_ID.matcher(given).matches()
        ? given
        : Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
  }

  /** The request's number. */
  String id() {
    return id;
  }

  /** Notes which route answers. */
  void by(Route answering) {
    route = answering.path();
    isConfidential = answering.isConfidential();
  }

  /** Notes what was sent with the request. */
  void sent(String text) {
    body = text;
  }

  /** Notes where the answer comes from: cache, joined, short, long … */
  void from(String where) {
    from = where;
  }

  /** Notes how many rows the queries gave that the answer is made from. */
  void of(long found) {
    rows = found;
  }

  /** Notes why there is no answer. */
  void because(Problem why) {
    because(why.kind().label());
    why.limit()
        .ifPresent(
            reached -> {
              limit = reached;
              metrics.rejected(reached);
            });
  }

  private void because(String kind) {
    problem = kind;
    metrics.problem(kind);
  }

  /**
   * Sends an answer, or that the client has it already.
   *
   * @throws Problem if the client wants another one or none
   */
  void send(Answer answer) {
    rows = answer.rows();
    Answer.Variant variant =
        answer.variant(RequestReader.header(request, HttpHeader.ACCEPT_ENCODING));
    if (answer.status() == 200) {
      demandMatch(variant.etag());
    }
    if (answer.status() == 200 && isKnown(variant.etag())) {
      HttpFields.Mutable headers = HttpFields.build(variant.headers());
      headers.remove(HttpHeader.CONTENT_LENGTH);
      headers.remove(HttpHeader.CONTENT_TYPE);
      headers.remove(HttpHeader.CONTENT_ENCODING);
      send(304, headers, NOTHING);
    } else {
      Admission.of(request).sends(variant.bytes());
      send(answer.status(), variant.headers(), ByteBuffer.wrap(variant.bytes()));
    }
  }

  /**
   * Sends a file, or a part of it, or that the client has it already.
   *
   * @throws Problem if what is asked of it cannot be had
   */
  void send(StoredFile file, String contentType, HttpFields.Mutable headers) {
    demandMatch(file.etag());
    headers.put(HttpHeader.ETAG, file.etag());
    headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
    if (isKnown(file.etag())) {
      headers.remove(HttpHeader.CONTENT_TYPE);
      send(304, headers, NOTHING);
      return;
    }
    HttpFields asked = FileAnswers.demand(request, file);
    begin(200, headers);
    tellTime();
    Callback counted = Callback.from(callback, this::doneWithFile);
    FILES.send(file, asked, contentType, request, response, counted);
  }

  private void doneWithFile() {
    done(response.getStatus(), (int) Response.getContentBytesWritten(response));
  }

  private void demandMatch(String etag) {
    List<String> tags = request.getHeaders().getCSV(HttpHeader.IF_MATCH, true);
    if (!tags.isEmpty() && !tags.contains("*") && !tags.contains(etag)) {
      throw new Problem(
          Problem.Kind.PRECONDITION_FAILED,
          "The answer is another than If-Match names.",
          "Ask without If-Match.");
    }
  }

  private boolean isKnown(String etag) {
    boolean reads = HttpMethod.GET.is(request.getMethod()) || isHead();
    if (!reads || !request.getHeaders().contains(HttpHeader.IF_NONE_MATCH)) {
      return false;
    }
    for (String value : request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true)) {
      if (value.equals("*") || value.replaceFirst("^W/", "").equals(etag)) {
        return true;
      }
    }
    return false;
  }

  /** Sends headers alone. */
  void send(int status, HttpFields headers) {
    send(status, headers, NOTHING);
  }

  private void send(int status, HttpFields headers, ByteBuffer bytes) {
    begin(status, headers);
    tellTime();
    done(status, bytes.remaining());
    response.write(true, isHead() ? NOTHING.slice() : bytes, callback);
  }

  private void tellTime() {
    response
        .getHeaders()
        .put(Headers.SERVER_TIMING, from + ";dur=" + (System.nanoTime() - start) / 1_000 / 1e3);
  }

  private void begin(int status, HttpFields headers) {
    response.setStatus(status);
    HttpFields.Mutable all = response.getHeaders();
    for (HttpField field : headers) {
      all.add(field);
    }
    for (HttpField field : standing.get()) {
      all.put(field);
    }
    all.put(Headers.REQUEST_ID, id);
  }

  private boolean isHead() {
    return HttpMethod.HEAD.is(request.getMethod());
  }

  /**
   * Begins an answer whose length is not known, in chunks, so that a part is not taken for the
   * whole.
   *
   * @throws Problem if the client does not know chunks
   */
  OutputStream flow(HttpFields headers) {
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
      throw new Problem(
              Problem.Kind.LIMIT,
              "The answer is too long to be sent whole over HTTP/1.0.",
              "Ask over HTTP/1.1, or add a LIMIT.")
          .beyond(Limit.KEPT_BACK, "what is kept back of an answer");
    }
    begin(200, headers);
    response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
    return isHead() ? OutputStream.nullOutputStream() : Content.Sink.asOutputStream(response);
  }

  /** Ends an answer that flows. */
  void end(OutputStream flowing) {
    try {
      flowing.close();
      callback.succeeded();
      done(200, -1);
    } catch (IOException e) {
      abort(e);
    }
  }

  /** Breaks the connection, so that no client takes a part for the whole. */
  void abort(Throwable why) {
    if (why instanceof Problem p) {
      because(p);
    } else {
      because("broken-off");
    }
    done(200, -1);
    callback.failed(why);
  }

  private void done(int status, int length) {
    long nanos = System.nanoTime() - start;
    metrics.request(route, status, from, nanos);
    if (log != null) {
      log.add(line(status, length, nanos));
    }
  }

  /** What was asked for; without the parameters where these are nobody else's matter. */
  private String target() {
    String whole = request.getHttpURI().getPathQuery();
    return isConfidential ? whole.replaceFirst("\\?.*", "") : whole;
  }

  private static String beginning(String text) {
    return text.length() > LOGGED ? text.substring(0, LOGGED) + " …" : text;
  }

  private Map<String, Object> line(int status, int length, long nanos) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().toString());
    line.put("id", id);
    line.put("client", Admission.of(request).logged());
    line.put("method", request.getMethod());
    line.put("target", beginning(target()));
    if (!body.isEmpty() && !isConfidential) {
      line.put("body", beginning(body));
    }
    line.put("route", route);
    line.put("status", status);
    line.put("from", from);
    line.put("micros", nanos / 1_000);
    if (length >= 0) {
      line.put("bytes", length);
    }
    if (rows >= 0) {
      line.put("rows", rows);
    }
    if (!problem.isEmpty()) {
      line.put("problem", problem);
    }
    if (limit != null) {
      line.put("limit", limit.label());
    }
    return line;
  }
}
