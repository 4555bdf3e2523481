package org.triplehelix.server.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** Addresses and networks as operators and headers write them; no name is ever looked up. */
public final class Networks {
  private static final Pattern WRITTEN = Pattern.compile("[0-9a-fA-F:.]+(/[0-9]{1,3})?");
  private static final Pattern V4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]+)?");
  private static final Pattern V6 =
      Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:](?::[0-9]+)?)?");
  private static final int NETWORK_BYTES = 8;

  /** None. */
  public static final Networks NONE = new Networks(new InetAddressSet());

  private final InetAddressSet set;

  private Networks(InetAddressSet set) {
    this.set = set;
  }

  /**
   * Networks such as 10.0.0.0/8, and single addresses.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static Networks of(List<String> written) {
    InetAddressSet set = new InetAddressSet();
    for (String one : written) {
      if (!WRITTEN.matcher(one).matches()) {
        throw new IllegalArgumentException(one + " is no address and no network");
      }
      set.add(one);
    }
    return new Networks(set);
  }

  /** Whether an address is in one of them. */
  boolean have(InetAddress address) {
    return set.test(address);
  }

  /** Whether there is none. */
  boolean areNone() {
    return set.isEmpty();
  }

  /** The address that a proxy has written, with or without a port. */
  static Optional<InetAddress> address(String written) {
    var v4 = V4.matcher(written);
    var v6 = V6.matcher(written);
    String literal = v4.matches() ? v4.group(1) : v6.matches() ? v6.group(1) : "";
    if (literal.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** By which clients are told apart: of IPv6 the network, as each client has one of its own. */
  static String client(InetAddress address) {
    return address instanceof Inet6Address
        ? cut(address, NETWORK_BYTES) + "/64"
        : address.getHostAddress();
  }

  /** Only the network: 24 bits of an address of IPv4, 48 of IPv6. */
  static String network(InetAddress address) {
    return address instanceof Inet6Address ? cut(address, 6) + "/48" : cut(address, 3) + "/24";
  }

  private static String cut(InetAddress address, int bytes) {
    byte[] all = address.getAddress();
    java.util.Arrays.fill(all, bytes, all.length, (byte) 0);
    try {
      return InetAddress.getByAddress(all).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
