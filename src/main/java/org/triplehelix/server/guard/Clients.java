package org.triplehelix.server.guard;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/**
 * Tells who a client is: the peer, or whom a trusted proxy names in the one header that it is known
 * to write. Of a list the right-most address counts that is no trusted proxy's: what stands to its
 * left anybody may have written.
 *
 * @param trusted proxies
 * @param header that they write: {@code X-Forwarded-For} or {@code Forwarded}
 */
public record Clients(Networks trusted, String header) {
  /** With no proxy. */
  public static final Clients DIRECT = new Clients(Networks.NONE, "X-Forwarded-For");

  private static final String STANDARD = "Forwarded";

  /** By which proxies tell that they ask for another. */
  private static final Set<String> TRACES =
      Set.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-forwarded-server",
          "x-real-ip",
          "x-original-forwarded-for",
          "cf-connecting-ip",
          "true-client-ip",
          "via");

  private static final Pattern LOOPBACK_NAME =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?");

  /**
   * A client.
   *
   * @param address its own, or a proxy's if that is all that can be known
   * @param isCertain whether the address is the client's own
   */
  record Client(InetAddress address, boolean isCertain) {}

  /** Who sends a request. */
  Client of(Request request) {
    InetAddress peer = peer(request);
    boolean forwarded = isForwarded(request);
    if (!trusted.have(peer)) {
      return new Client(peer, !forwarded);
    }
    List<String> chain = chain(request);
    InetAddress nearest = peer;
    for (int i = chain.size() - 1; i >= 0; i--) {
      Optional<InetAddress> next = Networks.address(chain.get(i));
      if (next.isEmpty()) {
        return new Client(nearest, false);
      }
      nearest = next.get();
      if (!trusted.have(nearest)) {
        return new Client(nearest, true);
      }
    }
    return new Client(nearest, !forwarded);
  }

  private List<String> chain(Request request) {
    List<String> chain = new ArrayList<>();
    for (String element : request.getHeaders().getCSV(header, false)) {
      chain.add(header.equalsIgnoreCase(STANDARD) ? parameterFor(element) : element.strip());
    }
    return chain;
  }

  private static String parameterFor(String element) {
    for (String pair : element.split(";")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && parts[0].strip().equalsIgnoreCase("for")) {
        return parts[1].strip().replaceAll("^\"|\"$", "");
      }
    }
    return "";
  }

  static InetAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress of
        ? of.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private static boolean isForwarded(Request request) {
    for (HttpField field : request.getHeaders()) {
      if (TRACES.contains(field.getLowerCaseName())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether this machine itself asks, and no proxy or browser on it for another: a proxy leaves its
   * headers or speaks the old HTTP/1.0, and a page of elsewhere whose name was turned to this
   * machine still gives that name.
   */
  boolean isLocal(Request request) {
    InetAddress peer = peer(request);
    String host = request.getHeaders().get("Host");
    return peer.isLoopbackAddress()
        && !isForwarded(request)
        && !trusted.have(peer)
        && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_0
        && host != null
        && LOOPBACK_NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a proxy of this machine asks that nobody said could be trusted. */
  boolean isUntrustedProxy(Client client) {
    return !client.isCertain() && trusted.areNone() && client.address().isLoopbackAddress();
  }
}
