package org.triplehelix.query.backend;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.triplehelix.graph.Release;

/**
 * Where another engine answers SPARQL.
 *
 * @param endpoint its address, http or https
 * @param defaultGraph the name under which it holds the default graph of the dump; empty if it has
 *     a default graph of its own
 * @param graphs that are asked for by name beside that default graph; without them, whatever it has
 * @param login with which it lets the server in; empty if it asks for none
 */
public record BackEnd(
    URI endpoint, Optional<String> defaultGraph, List<String> graphs, Optional<Login> login) {
  public BackEnd {
    graphs = List.copyOf(graphs);
  }

  /**
   * The same asked for the graphs of a release too, where it cannot be left to the engine which
   * graphs it has: Virtuoso would count the default graph among them, and graphs of its own.
   */
  public BackEnd over(Release release) {
    if (defaultGraph.isEmpty()) {
      return this;
    }
    Stream<String> ofRelease =
        release.quads().stream()
            .filter(quad -> !quad.isDefaultGraph())
            .map(quad -> quad.getGraph().getURI());
    List<String> all = Stream.concat(ofRelease, graphs.stream()).distinct().toList();
    return new BackEnd(endpoint, defaultGraph, all, login);
  }

  /**
   * Whether it has a default graph of its own, as all engines but Virtuoso have. These are asked in
   * the very words of the query: Jena's loses repeated rows beside a sub-SELECT DISTINCT, which the
   * words for Virtuoso are full of.
   */
  boolean hasOwnDefaultGraph() {
    return defaultGraph.isEmpty();
  }

  /** The same with no dataset but its own. */
  BackEnd bare() {
    return new BackEnd(endpoint, Optional.empty(), List.of(), login);
  }

  /**
   * A user of the back end, never told to anybody else.
   *
   * @param user name
   * @param password of the user
   */
  public record Login(String user, String password) {
    String header() {
      byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
      return "a user";
    }
  }

  /** Its address as it may be told: without user, query and fragment. */
  public String name() {
    String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    return endpoint.getScheme() + "://" + endpoint.getHost() + port + endpoint.getPath();
  }

  @Override
  public String toString() {
    return name();
  }
}
