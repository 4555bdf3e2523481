package org.triplehelix.network;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.triplehelix.graph.Content;
import org.triplehelix.network.NetworkNode.Spot;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;

/**
 * Where the things of a network are drawn, so that it looks the same in every release: as saved in
 * the file beside the view, with the rows {@code node,x,y}.
 *
 * @param saved by IRI
 */
record Spots(Map<String, Spot> saved) {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** How far a thing that is not saved is drawn from its neighbours. */
  private static final double NEAR = 40;

  /** Within which a thing without neighbours is drawn. */
  private static final double FIELD = 1000;

  /**
   * The saved spots of a view; none where there is no file.
   *
   * @throws BadInputException with the fault of the file
   */
  static Spots of(NetworkView view, Prefixes prefixes) {
    Map<String, Spot> saved = new HashMap<>();
    Optional<Content.Item> beside = view.file().map(file -> file.item().beside(".csv"));
    if (beside.filter(Content.Item::exists).isPresent()) {
      Content.Item file = beside.get();
      try (CSVParser rows = CSV.parse(new StringReader(file.text()))) {
        rows.forEach(row -> read(file, row, prefixes, saved));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Spots(saved);
  }

  private static void read(
      Content.Item file, CSVRecord row, Prefixes prefixes, Map<String, Spot> saved) {
    try {
      String iri = prefixes.expand(row.get("node")).orElseThrow(IllegalArgumentException::new);
      Spot spot = new Spot(Double.parseDouble(row.get("x")), Double.parseDouble(row.get("y")));
      saved.put(iri, spot);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          new Position(file.name(), row.getRecordNumber() + 1, 0),
          "is no position: " + String.join(",", row.values()),
          "write a name with its prefix, and two numbers");
    }
  }

  /** The spot of each thing: as saved, else beside its neighbours. */
  Function<String, Spot> among(Collection<NetworkEdge> edges) {
    Map<String, List<Spot>> neighbours = new HashMap<>();
    for (NetworkEdge edge : edges) {
      take(edge.source(), edge.target(), neighbours);
      take(edge.target(), edge.source(), neighbours);
    }
    return iri ->
        Optional.ofNullable(saved.get(iri))
            .orElseGet(() -> beside(iri, neighbours.getOrDefault(iri, List.of())));
  }

  private void take(String one, String other, Map<String, List<Spot>> neighbours) {
    if (saved.containsKey(other)) {
      neighbours.computeIfAbsent(one, iri -> new ArrayList<>()).add(saved.get(other));
    }
  }

  private static Spot beside(String iri, List<Spot> neighbours) {
    double angle = 2 * Math.PI * share(iri.hashCode());
    if (neighbours.isEmpty()) {
      double radius = FIELD * Math.sqrt(share(31 * iri.hashCode() + 7));
      return new Spot(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    return new Spot(
        mean(neighbours.stream().map(Spot::x)) + NEAR * Math.cos(angle),
        mean(neighbours.stream().map(Spot::y)) + NEAR * Math.sin(angle));
  }

  /** A number from 0 to 1 that looks like chance and is always the same. */
  private static double share(int seed) {
    return Integer.toUnsignedLong(seed * 0x9E3779B1) / (double) (1L << Integer.SIZE);
  }

  private static double mean(Stream<Double> numbers) {
    return numbers.mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
