package org.triplehelix.server.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.triplehelix.vocab.Family;

/**
 * Where clients find the server. It answers for the project's names under its own address: {@code
 * https://w3id.org/triplehelix/id/london} at {@code /id/london}. What a request says of its host
 * plays no part.
 */
public final class Address {
  private final String configured;
  private final String folder;
  private final IntSupplier port;

  /**
   * An address.
   *
   * @param configured without a slash at its end; empty for http://localhost and the port
   * @param port on which the server listens, once it does
   */
  public Address(String configured, IntSupplier port) {
    this.configured = configured;
    this.folder = configured.isEmpty() ? "" : URI.create(configured).getRawPath();
    this.port = port;
  }

  /** A path of the server as data names it: whole. */
  public String absolute(String path) {
    return configured.isEmpty() ? "http://localhost:" + port.getAsInt() + path : configured + path;
  }

  /**
   * A path of the server in headers: whole where an address is configured, else from the root,
   * which is right under any name of the machine.
   */
  public String reference(String path) {
    return configured.isEmpty() ? path : configured + path;
  }

  /** A path of the server in its pages: from the root. */
  public String href(String path) {
    return folder + path;
  }

  /** The path under which one of the project's names is answered; empty for others. */
  public static Optional<String> path(String iri) {
    return iri.startsWith(Family.BASE)
        ? Optional.of("/" + iri.substring(Family.BASE.length()))
        : Optional.empty();
  }

  /** A decoded path as addresses and headers write it. */
  public static String encoded(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The name or value of a parameter as addresses write it: a space as %20, never as a plus. */
  public static String encodedValue(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
