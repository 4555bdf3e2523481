package org.triplehelix.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.bench.BenchQuery.Form;

/** Holds the answers of all servers to the same query against each other. */
final class Answers {
  private final Map<Asked, First> first = new HashMap<>();
  private long compared;

  /** A query, and the one server that is asked it where servers may answer otherwise. */
  private record Asked(BenchQuery query, String only) {}

  private record First(String server, CanonicalAnswer answer) {}

  /**
   * Takes an answer; the first one to a query is what all later ones are compared with.
   *
   * @throws IllegalStateException if it differs
   */
  void take(Candidate candidate, BenchQuery query, byte[] body) {
    String server = candidate.name();
    boolean alike = candidate.endpoint().describesAlike() || query.form() != Form.DESCRIPTION;
    Asked asked = new Asked(query, alike ? "" : server);
    CanonicalAnswer answer = CanonicalAnswer.of(query, body);
    First known = first.putIfAbsent(asked, new First(server, answer));
    if (known == null) {
      return;
    }
    compared += known.server().equals(server) ? 0 : 1;
    Optional<String> difference = known.answer().difference(answer);
    if (difference.isPresent()) {
      throw new IllegalStateException(
          "%s answers otherwise than %s: %s%n%s"
              .formatted(server, known.server(), difference.get(), query.text()));
    }
  }

  /** How many answers were compared with that of another server. */
  long compared() {
    return compared;
  }
}
