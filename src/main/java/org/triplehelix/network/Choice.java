package org.triplehelix.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.entity.Slugs;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Nearest;
import org.triplehelix.vocab.TH;

/**
 * Reads which part of a network is wanted from what a user writes.
 *
 * @param values by the names in {@link #NAMES}; several of one are separated by commas
 * @param networks in which it is looked for
 * @param slugs that find the things a user names
 */
public record Choice(Map<String, String> values, Networks networks, Slugs slugs) {
  /** What can be given. */
  public static final List<String> NAMES =
      List.of("focus", "depth", "kinds", "relations", "source", "status", "from", "to");

  private static final int FARTHEST = 6;
  private static final int NEAR = 3;

  /**
   * The part of a view.
   *
   * @throws BadInputException at the first value that cannot be used, with its name as position
   */
  public Selection of(NetworkView view) {
    Optional<LocalDate> from = value("from").map(text -> day("from", text, year -> year.atDay(1)));
    Optional<LocalDate> to =
        value("to").map(text -> day("to", text, year -> year.atMonth(12).atEndOfMonth()));
    if (from.isPresent() && to.filter(last -> last.isBefore(from.get())).isPresent()) {
      throw wrong("to", values.get("to"), "give no earlier day than that of from");
    }
    return new Selection(
        value("focus").map(text -> thing("focus", text, Family.ID.namespace())),
        value("depth").map(Choice::depth).orElse(1),
        each("kinds", this::kind),
        each("relations", text -> thing("relations", text, TH.NS)),
        each("source", this::source),
        view.admits().with(each("status", Choice::status)),
        from,
        to);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private <T> Set<T> each(String name, Function<String, T> reading) {
    return value(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .map(reading)
        .collect(Collectors.toSet());
  }

  private Node thing(String name, String text, String namespace) {
    return slugs
        .find(text, namespace)
        .orElseThrow(() -> unknown(name, text, slugs.near(text, namespace)));
  }

  private Kind kind(String text) {
    return networks
        .reader()
        .kinds()
        .named(text)
        .orElseThrow(
            () ->
                unknown(
                    "kinds",
                    text,
                    networks.reader().kinds().list().stream().map(Kind::name).toList()));
  }

  private String source(String text) {
    Node source = NodeFactory.createURI(Family.SOURCE.namespace() + text);
    if (networks
        .reader()
        .dataset()
        .contains(Quad.defaultGraphIRI, source, RDF.Nodes.type, TH.Source)) {
      return text;
    }
    throw unknown("source", text, slugs.near(text, Family.SOURCE.namespace()));
  }

  private static String status(String text) {
    if (Admission.NAMES.contains(text)) {
      return text;
    }
    throw unknown("status", text, Admission.NAMES);
  }

  private static int depth(String text) {
    if (text.matches("\\d") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= FARTHEST) {
      return Integer.parseInt(text);
    }
    throw wrong("depth", text, "give a whole number from 1 to " + FARTHEST);
  }

  private static LocalDate day(String name, String text, Function<Year, LocalDate> ofYear) {
    try {
      return text.matches("\\d{4}") ? ofYear.apply(Year.parse(text)) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(name, text, "give a year such as 2018, or a day such as 2018-06-30");
    }
  }

  private static BadInputException unknown(String name, String text, List<String> known) {
    List<String> near = Nearest.of(text, known, NEAR);
    return new UnknownChoiceException(
        Position.of(name),
        what(text),
        near.isEmpty() && known.isEmpty()
            ? "give a name of the graph"
            : "give " + String.join(", ", near.isEmpty() ? known : near),
        near);
  }

  private static BadInputException wrong(String name, String text, String remedy) {
    return new BadInputException(Position.of(name), what(text), remedy);
  }

  private static String what(String text) {
    return "cannot be " + (text.isEmpty() ? "empty" : text);
  }
}
