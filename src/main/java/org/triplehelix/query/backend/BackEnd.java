package org.triplehelix.query.backend;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where another engine answers SPARQL.
 *
 * @param endpoint its address, http or https
 * @param defaultGraph the name under which it holds the default graph of the dump; empty if it has
 *     a default graph of its own
 * @param login with which it lets the server in; empty if it asks for none
 */
public record BackEnd(URI endpoint, Optional<String> defaultGraph, Optional<Login> login) {

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
