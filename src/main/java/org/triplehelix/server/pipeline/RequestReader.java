package org.triplehelix.server.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.UrlEncoded;
import org.triplehelix.vocab.Nearest;

/** Reads what a request says, and refuses what cannot be understood. */
final class RequestReader {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Set<String> EVERYWHERE = Set.of("format", "lang", "release");
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final int NEAR = 2;

  private final int maxBytes;
  private final Duration maxTime;
  private final Lane slow;

  /**
   * A reader.
   *
   * @param maxBytes how large a body may be
   * @param maxTime how long it may take to come
   * @param slow where a place is held while one comes
   */
  RequestReader(int maxBytes, Duration maxTime, Lane slow) {
    this.maxBytes = maxBytes;
    this.maxTime = maxTime;
    this.slow = slow;
  }

  /** All values of a header as one. */
  static String header(Request request, HttpHeader name) {
    List<String> values = request.getHeaders().getValuesList(name);
    return values.size() == 1 ? values.get(0) : String.join(",", values);
  }

  /** Whether a connection cannot be used again, as what was sent on it was not read. */
  static boolean hasUnreadBody(Request request) {
    return hasBody(request) && Request.getContentBytesRead(request) != request.getLength();
  }

  private static boolean hasBody(Request request) {
    return request.getLength() > 0
        || request.getLength() < 0 && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /** The body as text, which is to be UTF-8; empty if there is none. */
  String body(Request request, Route route) {
    int most = Math.min(maxBytes, route.requestBytes());
    long length = request.getLength();
    if (!hasBody(request)) {
      return "";
    }
    if (length > most) {
      throw tooLarge(most);
    }
    demandPlain(request);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes(request, most)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "The body is not in UTF-8.", "Write it in UTF-8.");
    }
  }

  /** Codings are not undone, so that what is coded is not taken for what it is not. */
  private static void demandPlain(Request request) {
    if (!header(request, HttpHeader.TRANSFER_ENCODING).matches("(?i)(chunked)?")) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "No Transfer-Encoding is understood but chunked.",
          "Send the body as it is.");
    }
    if (!header(request, HttpHeader.CONTENT_ENCODING).matches("(?i)(identity)?")) {
      throw new Problem(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "The body is sent in a Content-Encoding, and none is understood.",
              "Send it as it is.")
          .withHeader("Accept-Encoding", "identity");
    }
    String charset = MimeTypes.getCharsetFromContentType(header(request, HttpHeader.CONTENT_TYPE));
    if (charset != null && charset.toLowerCase(Locale.ROOT).startsWith("utf-16")) {
      throw new Problem(
          Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "The body is not in UTF-8.", "Write it in UTF-8.");
    }
  }

  /** What is there already is taken at once; for more a place is held and the time is bounded. */
  private byte[] bytes(Request request, int most) {
    CompletableFuture<byte[]> whole = new CompletableFuture<>();
    Content.Source.asRetainableByteBuffer(
        request,
        null,
        false,
        most,
        Promise.from(
            buffer -> whole.complete(BufferUtil.toArray(buffer.getByteBuffer())),
            whole::completeExceptionally));
    Lane.Place place = whole.isDone() ? slow.none() : slow.enter();
    try {
      return whole.get(maxTime.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Problem(
              Problem.Kind.TOO_SLOW,
              "The body of the request did not come within " + maxTime.toSeconds() + " seconds.",
              "Send it faster, or less.")
          .beyond(Limit.BODY_TIME, maxTime.toSeconds() + " s");
    } catch (ExecutionException e) {
      if (Request.getContentBytesRead(request) > most) {
        throw tooLarge(most);
      }
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "The body of the request broke off.", "Send it again, whole.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(Problem.Kind.BUSY, "The server is stopping.", "Ask again later.");
    } finally {
      place.close();
    }
  }

  private static Problem tooLarge(int most) {
    return new Problem(
            Problem.Kind.TOO_LARGE,
            "The request has more than " + most + " bytes.",
            "Send a smaller one.")
        .beyond(Limit.BODY_BYTES, most);
  }

  /** What a request asks of a route. */
  Call call(Request request, Route route, String method, String path, String body) {
    Map<String, List<String>> parameters = parameters(request);
    String contentType = contentType(request);
    boolean form = contentType.equals(FORM);
    if (form) {
      decode(body, parameters);
    }
    if (!route.passesUnknownParameters()) {
      demandKnown(parameters.keySet(), route.parameters(path));
    }
    String language = language(request, parameters);
    return new Call(
        method,
        path,
        parameters,
        form ? "" : contentType,
        form ? "" : body,
        language,
        caller(request));
  }

  private static Call.Caller caller(Request request) {
    Admission admission = Admission.of(request);
    return new Call.Caller(
        admission.client(),
        admission.isLocal(),
        header(request, HttpHeader.AUTHORIZATION),
        new Call.Page(
            text(request, "Sec-Fetch-Site"), text(request, "Origin"), text(request, "Host")));
  }

  private static String text(Request request, String name) {
    return String.join(",", request.getHeaders().getValuesList(name));
  }

  private static String contentType(Request request) {
    String value = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return value == null ? "" : value.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static void decode(String text, Map<String, List<String>> parameters) {
    try {
      UrlEncoded.decodeTo(
          text,
          (name, value) -> parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "The parameters are not well encoded.",
          "Write what is no letter or digit as % and two hexadecimal digits, in UTF-8.");
    }
  }

  private static void demandKnown(Set<String> given, Set<String> own) {
    Set<String> known = new TreeSet<>(own);
    known.addAll(EVERYWHERE);
    Set<String> unknown = new HashSet<>(given);
    unknown.removeAll(known);
    for (String name : unknown) {
      String near =
          Nearest.within(NEAR, name, known).map(k -> "Did you mean " + k + "? ").orElse("");
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "There is no parameter " + name + " here.",
              near + "Leave it out.")
          .with("known", known);
    }
  }

  private static String language(Request request, Map<String, List<String>> parameters) {
    List<String> asked = parameters.getOrDefault("lang", List.of());
    if (asked.isEmpty()) {
      return preferredLanguage(request);
    }
    if (asked.size() > 1 || !LANGUAGES.contains(asked.get(0))) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "lang is neither zh nor en.", "Write lang=zh or lang=en.");
    }
    return asked.get(0);
  }

  /** The language that is asked for, or that the browser would read if that cannot be told. */
  static String languageAtBest(Request request) {
    try {
      return language(request, parameters(request));
    } catch (Problem notTold) {
      return preferredLanguage(request);
    }
  }

  /**
   * Path and query without the language, for a link to the same address: it never leads to another
   * host, and what cannot be read of it is left out.
   */
  static String target(Request request) {
    String path = Address.encoded(request.getHttpURI().getDecodedPath()).replaceFirst("^/+", "/");
    try {
      Map<String, List<String>> parameters = parameters(request);
      return Call.target(path, parameters, name -> !name.equals("lang"));
    } catch (Problem notRead) {
      return path;
    }
  }

  private static Map<String, List<String>> parameters(Request request) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    String query = request.getHttpURI().getQuery();
    if (query != null) {
      decode(query, parameters);
    }
    return parameters;
  }

  /** The one value of a parameter in the address; empty if there is none, or it cannot be read. */
  static Optional<String> inQuery(Request request, String name) {
    String query = request.getHttpURI().getQuery();
    if (query == null || !query.contains(name + "=")) {
      return Optional.empty();
    }
    try {
      List<String> values = parameters(request).getOrDefault(name, List.of());
      return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    } catch (Problem toldLater) {
      return Optional.empty();
    }
  }

  /** The language that the browser would read. */
  static String preferredLanguage(Request request) {
    return new Accept(header(request, HttpHeader.ACCEPT_LANGUAGE)).language(LANGUAGES);
  }
}
