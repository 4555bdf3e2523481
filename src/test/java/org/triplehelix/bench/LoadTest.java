package org.triplehelix.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the load is made of: connections that are kept, times that are counted. */
class LoadTest {
  private static final int LARGE = 300_000;
  private static final double EXACT_TO = 0.03;

  @Test
  void connectionReadsAnnouncedAndChunkedBodiesInTurn() throws IOException {
    byte[] large = new byte[LARGE];
    new Random(1).nextBytes(large);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(server, "/announced", 200, large, large.length);
    answer(server, "/chunked", 200, large, 0);
    answer(server, "/short", 400, new byte[] {'n', 'o'}, 2);
    server.start();
    try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
      for (int i = 0; i < 2; i++) {
        assertEquals(200, connection.send(get("/announced")));
        assertArrayEquals(large, connection.body());
        assertEquals(200, connection.send(get("/chunked")));
        assertArrayEquals(large, connection.body());
        assertEquals(400, connection.send(get("/short")));
        assertEquals(2, connection.length());
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void percentilesAreExactToThreePercent() {
    Latencies odd = new Latencies();
    Latencies all = new Latencies();
    for (int micros = 1; micros <= 100_000; micros++) {
      (micros % 2 == 1 ? odd : all).add(micros * 1000L);
    }
    all.addAll(odd);
    assertEquals(100_000, all.total());
    assertEquals(50, all.millis(0.5), 50 * EXACT_TO);
    assertEquals(99, all.millis(0.99), 99 * EXACT_TO);
    assertEquals(0.1, all.millis(0.001), 0.1 * EXACT_TO);
  }

  private static void answer(HttpServer server, String path, int status, byte[] body, int length) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
