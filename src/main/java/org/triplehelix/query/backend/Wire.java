package org.triplehelix.query.backend;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.triplehelix.graph.Graphs;
import org.triplehelix.query.backend.BackEndFailure.Kind;

/** Sends queries to a back end by the SPARQL 1.1 protocol, and judges what comes back. */
final class Wire {
  static final String RESULTS = "application/sparql-results+json";

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int TOLD = 200;

  /** By these Virtuoso tells that it left rows out, or gave up before the end. */
  private static final String MOST_ROWS = "X-SPARQL-MaxRows";

  private static final String STATE = "X-SQL-State";

  private final BackEnd backEnd;
  private final Consumer<String> outcomes;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECTING)
          .build();

  /**
   * A wire to a back end.
   *
   * @param outcomes takes how each request ended: answered, or what went wrong
   */
  Wire(BackEnd backEnd, Consumer<String> outcomes) {
    this.backEnd = backEnd;
    this.outcomes = outcomes;
  }

  /** Where it leads. */
  BackEnd backEnd() {
    return backEnd;
  }

  /**
   * Sends a query.
   *
   * @param hasDataset whether it says itself of which graphs it asks
   * @param time after which nobody waits for the beginning of an answer
   */
  CompletableFuture<HttpResponse<InputStream>> send(
      String query, boolean hasDataset, Duration time) {
    StringBuilder form = new StringBuilder("query=").append(encoded(query));
    if (!hasDataset) {
      backEnd.defaultGraph().ifPresent(name -> form.append(dataset(name)));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(backEnd.endpoint())
            .timeout(time.plusSeconds(1))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", RESULTS)
            .header("User-Agent", "TripleHelix");
    backEnd.login().ifPresent(login -> request.header("Authorization", login.header()));
    request.POST(HttpRequest.BodyPublishers.ofString(form.toString()));
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /** The default graph as it is asked here: with the description of the release. */
  private String dataset(String defaultGraph) {
    Stream<String> defaults =
        Stream.of(defaultGraph, Graphs.META.getURI()).map(g -> "&default-graph-uri=" + encoded(g));
    Stream<String> named = backEnd.graphs().stream().map(g -> "&named-graph-uri=" + encoded(g));
    return Stream.concat(defaults, named).collect(Collectors.joining());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The results that come back, as they come.
   *
   * @throws BackEndFailure if none do
   * @throws CancellationException if the sending was cancelled
   */
  InputStream results(CompletableFuture<HttpResponse<InputStream>> sent) {
    try {
      HttpResponse<InputStream> response = sent.get();
      Optional<BackEndFailure> fault = fault(response);
      if (fault.isPresent()) {
        response.body().close();
        throw fault.get();
      }
      outcomes.accept("answered");
      return response.body();
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private BackEndFailure failed(Throwable cause) {
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnresolvedAddressException) {
      return failure(Kind.UNREACHABLE, "The back end cannot be reached.");
    }
    if (cause instanceof SSLException) {
      return failure(
          Kind.UNREACHABLE,
          "No secure connection to the back end: its certificate is not trusted here, not for this"
              + " name, or out of date.");
    }
    return failure(Kind.UNREACHABLE, "The back end broke off without an answer.");
  }

  /** A failure that is counted. */
  BackEndFailure failure(Kind kind, String sentence) {
    outcomes.accept(kind.label());
    return new BackEndFailure(kind, sentence);
  }

  private Optional<BackEndFailure> fault(HttpResponse<InputStream> response) throws IOException {
    int status = response.statusCode();
    HttpHeaders headers = response.headers();
    if (status == 503 || status == 429) {
      return Optional.of(failure(Kind.BUSY, "The back end is busy (" + status + ")."));
    }
    if (status >= 300 && status < 400) {
      return refused(
          "sends the server on to another address (" + status + "), where it does not go");
    }
    if (status == 401 || status == 403) {
      return refused("does not let the server in (" + status + ")");
    }
    if (status != 200) {
      return refused("does not answer this query (" + status + "): " + told(response));
    }
    String type = headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    if (!type.equalsIgnoreCase(RESULTS) && !type.equalsIgnoreCase("application/json")) {
      return Optional.of(
          failure(
              Kind.ANSWER,
              "The back end gave "
                  + (type.isEmpty() ? "an answer of no type" : shown(type))
                  + ", no results of SPARQL."));
    }
    return cut(headers)
        .map(how -> failure(Kind.ANSWER, "The back end gives only a part of the answer: " + how));
  }

  private Optional<BackEndFailure> refused(String what) {
    return Optional.of(failure(Kind.REFUSED, "The back end " + what + "."));
  }

  private static Optional<String> cut(HttpHeaders headers) {
    return headers
        .firstValue(MOST_ROWS)
        .map(rows -> "it has no more than " + shown(rows) + " rows.")
        .or(() -> headers.firstValue(STATE).map(state -> "it gave up (" + shown(state) + ")."));
  }

  private static String told(HttpResponse<InputStream> response) throws IOException {
    byte[] start = response.body().readNBytes(2_000);
    String text = new String(start, StandardCharsets.UTF_8).strip();
    boolean isPage = text.startsWith("<");
    return isPage || text.isEmpty() ? "it does not say why" : shown(text.lines().findFirst().get());
  }

  /** What a stranger wrote, short and on one line. */
  private static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}]", " ").strip();
    return plain.length() > TOLD ? plain.substring(0, TOLD) + " …" : plain;
  }
}
