package org.triplehelix.server.guard;

import java.time.Duration;
import java.util.List;

/**
 * Who may come in, and how fast clients must be.
 *
 * @param rate requests of a client in a second
 * @param burst how many it may send at once before that
 * @param clientConnections of a client at once
 * @param connections of all at once
 * @param uriBytes length of a request's address
 * @param headerBytes length of all its headers
 * @param headers how many there may be
 * @param headerTime in which they must come
 * @param idleTime how long a connection may lie idle between requests
 * @param answerTime how long a client may take for an answer, and beyond that
 * @param answerRate for so many bytes a second more
 * @param sendingBytes memory of answers that are being sent
 * @param clients who they are
 * @param exempt those for whom no limit by client holds
 * @param logged how much of a client's address the log has
 */
public record DoorSettings(
    int rate,
    int burst,
    int clientConnections,
    int connections,
    int uriBytes,
    int headerBytes,
    int headers,
    Duration headerTime,
    Duration idleTime,
    Duration answerTime,
    int answerRate,
    long sendingBytes,
    Clients clients,
    Networks exempt,
    Logged logged) {
  private static final int KILOBYTE = 1 << 10;

  /** How much of a client's address the log has. */
  public enum Logged {
    /** All of it. */
    whole,
    /** The network only. */
    network,
    /** Nothing. */
    none
  }

  /** What suits a small machine; this machine itself may ask as often as it likes. */
  public static DoorSettings usual() {
    return new DoorSettings(
        50,
        500,
        64,
        1_000,
        64 * KILOBYTE,
        32 * KILOBYTE,
        100,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        10_000,
        Runtime.getRuntime().maxMemory() / 8,
        Clients.DIRECT,
        Networks.of(List.of("127.0.0.0/8", "::1")),
        Logged.whole);
  }
}
