package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.vocab.TH;

/**
 * The places of which the documents speak.
 *
 * @param frame around the page
 * @param panels drawings, of the world and of parts of it
 * @param places all that have coordinates, the most spoken of first
 * @param behind the query behind it
 */
public record MapPage(Frame frame, List<Panel> panels, List<Spot> places, Behind behind) {
  private static final String SCHEMA = "https://schema.org/";

  /**
   * A place on the map.
   *
   * @param kind what sort of place it is
   * @param isWide whether its point stands for a whole country or region
   * @param statements how many claims speak of it
   * @param from where its coordinates were read
   */
  public record Spot(
      Ref place,
      String kind,
      boolean isWide,
      double longitude,
      double latitude,
      int statements,
      Ref from) {

    /** Latitude and longitude, to a hundredth of a degree. */
    public String coordinates() {
      return "%.2f, %.2f".formatted(latitude, longitude);
    }
  }

  static MapPage of(Facts facts, Call call) {
    Frame frame = facts.site().frame(call.language(), call.path());
    Claims claims = new Claims(facts, frame);
    Node latitude = NodeFactory.createURI(SCHEMA + "latitude");
    List<Spot> spots =
        facts.having(latitude, Node.ANY).stream()
            .map(place -> spot(place, latitude, facts, claims))
            .sorted(Comparator.comparing(Spot::statements).reversed())
            .toList();
    return new MapPage(
        frame,
        List.of(
            Panel.of("world", Land.of(900, "world", -130, 66, 155, -8), spots, frame),
            Panel.of("europe", Land.of(560, "europe", -10, 58, 19.5, 45.5), spots, frame),
            Panel.of("east-asia", Land.of(560, "east-asia", 101, 44, 145, 21), spots, frame),
            Panel.of("britain", Land.of(560, "europe", -8.5, 57, 3, 49.8), spots, frame),
            Panel.of("california", Land.of(560, "california", -124, 39.2, -120, 36), spots, frame)),
        spots,
        Behind.ofQuery(frame, "reading/map.rq"));
  }

  private static Spot spot(Node place, Node latitude, Facts facts, Claims claims) {
    return new Spot(
        claims.ref(place),
        facts.values(Graphs.REGISTER, place, RDF.Nodes.type).stream()
            .map(type -> claims.ref(type).text())
            .findFirst()
            .orElse(""),
        facts.is(place, th("Country")) || facts.is(place, th("Region")),
        number(facts, place, NodeFactory.createURI(SCHEMA + "longitude")),
        number(facts, place, latitude),
        statements(facts, place),
        from(facts.value(place, th("coordinatesFrom")).orElseThrow().getURI()));
  }

  /** The file that coordinates were read in, called by its repository. */
  private static Ref from(String file) {
    String[] parts = file.split("/");
    return new Ref(parts.length > 4 ? parts[3] + "/" + parts[4] : file, "", file);
  }

  private static double number(Facts facts, Node place, Node property) {
    return Double.parseDouble(facts.value(place, property).orElseThrow().getLiteralLexicalForm());
  }

  /** How many claims have a place as a part. */
  private static int statements(Facts facts, Node place) {
    Set<Node> claims = new HashSet<>(facts.having(Graphs.CLAIMS, RDF.subject.asNode(), place));
    claims.addAll(facts.having(Graphs.CLAIMS, RDF.object.asNode(), place));
    for (Node node : facts.having(Quad.defaultGraphIRI, Node.ANY, place)) {
      if (!facts.values(Graphs.CLAIMS, node, TH.statedIn).isEmpty()) {
        claims.add(node);
      }
    }
    return claims.size();
  }
}
