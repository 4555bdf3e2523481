package org.triplehelix.server.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as operators and proxies write them. */
class ClientsTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "192.0.2.7:4711, 192.0.2.7",
    "2001:db8:1:2:3::4, 2001:db8:1:2:0:0:0:0/64",
    "[2001:db8:1:2:ffff::1]:80, 2001:db8:1:2:0:0:0:0/64",
    "::ffff:192.0.2.7, 192.0.2.7"
  })
  void clientsOfIpv6AreToldApartByTheirNetworks(String written, String client) {
    assertEquals(client, Networks.client(Networks.address(written).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unknown", "_hidden", "localhost", "example.org", "300.1.2.3", "1.2.3", "::g"})
  void whatIsNoAddressIsNotLookedUp(String written) {
    assertEquals(true, Networks.address(written).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7, 192.0.2.0/24", "2001:db8:1:2:3::4, 2001:db8:1:0:0:0:0:0/48"})
  void theLogMayHaveTheNetworkOnly(String address, String network) throws UnknownHostException {
    assertEquals(network, Networks.network(InetAddress.getByName(address)));
  }

  @Test
  void networksHaveTheirAddressesAndNoOthers() throws UnknownHostException {
    Networks networks = Networks.of(List.of("10.1.0.0/16", "2001:db8::/32", "192.0.2.7"));
    for (String inside : List.of("10.1.255.255", "2001:db8:ffff::1", "192.0.2.7")) {
      assertEquals(true, networks.have(InetAddress.getByName(inside)), inside);
    }
    for (String outside : List.of("10.2.0.0", "2001:db9::1", "192.0.2.8", "::1")) {
      assertEquals(false, networks.have(InetAddress.getByName(outside)), outside);
    }
    for (String bad : List.of("example.org", "10.0.0.0/99", "10.0.0.0/x", "")) {
      assertThrows(IllegalArgumentException.class, () -> Networks.of(List.of(bad)), bad);
    }
  }
}
