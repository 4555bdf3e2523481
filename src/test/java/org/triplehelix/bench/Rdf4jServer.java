package org.triplehelix.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.triplehelix.bench.Candidate.Endpoint;
import org.triplehelix.bench.Candidate.Loading;

/**
 * RDF4J's server in a process of its own: it starts empty, and gets a memory store and its data by
 * HTTP.
 *
 * @param nquads what is loaded
 */
record Rdf4jServer(Path nquads) implements Loading {
  private static final String REPOSITORY = "/repositories/ds";

  /** Where no graph is named it asks the union of all, if not told to ask what is in none. */
  static final Endpoint ENDPOINT =
      new Endpoint(REPOSITORY, "http://rdf4j.org/schema/rdf4j#nil", false);

  private static final String STORE =
      """
      @prefix rep: <http://www.openrdf.org/config/repository#> .
      @prefix sr: <http://www.openrdf.org/config/repository/sail#> .
      @prefix sail: <http://www.openrdf.org/config/sail#> .
      @prefix ms: <http://www.openrdf.org/config/sail/memory#> .
      [] a rep:Repository ;
        rep:repositoryID "ds" ;
        rep:repositoryImpl [
          rep:repositoryType "openrdf:SailRepository" ;
          sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ; ms:persist false ]
        ] .
      """;

  private static final long STARTS_WITHIN_NANOS = 60_000_000_000L;
  private static final long POLL_MILLIS = 5;
  private static final int BAD = 300;

  /** What Java is to be given: where the server keeps what it knows of itself. */
  static String keepingIn(Path folder) {
    return "-Dorg.eclipse.rdf4j.appdata.basedir=" + folder;
  }

  @Override
  public OptionalDouble load(int port) {
    HttpClient client = HttpClient.newHttpClient();
    try {
      String server = "http://localhost:" + port + REPOSITORY;
      makeStore(client, server);
      long start = System.nanoTime();
      put(client, server + "/statements", "application/n-quads", BodyPublishers.ofFile(nquads));
      return OptionalDouble.of((System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As soon as the server answers. One that is there from an earlier turn is empty again. */
  private static void makeStore(HttpClient client, String server)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + STARTS_WITHIN_NANOS;
    while (true) {
      try {
        client.send(
            HttpRequest.newBuilder(URI.create(server)).DELETE().build(), BodyHandlers.discarding());
        put(client, server, "text/turtle", BodyPublishers.ofString(STORE));
        return;
      } catch (ConnectException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  private static void put(HttpClient client, String uri, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri)).header("Content-Type", type).PUT(body).build();
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= BAD) {
      throw new IllegalStateException(
          "RDF4J answers " + response.statusCode() + " to " + uri + ": " + response.body());
    }
  }
}
