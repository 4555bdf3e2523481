package org.triplehelix.server.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.network.Kind;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;
import org.triplehelix.server.site.Lettering;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;

/**
 * A network drawn where its things have their spots.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param strokes its edges, by how they look
 * @param groups its things by kind, the largest group first
 */
public record Drawing(int width, int height, List<Stroke> strokes, List<Group> groups) {
  private static final int MARGIN = 24;
  private static final int NAMES = 70;

  /** More lines are a blot in a small drawing; those that most passages tell come first. */
  private static final int FEW = 600;

  /** All edges of a look: plan, doubt or none. */
  public record Stroke(String look, String path) {}

  /**
   * The things of a kind.
   *
   * @param path all of them as points, for a small drawing
   */
  public record Group(String kind, String colour, List<Dot> dots, String path) {}

  /**
   * A thing.
   *
   * @param thing its name and page
   * @param label where its name stands; null where there is no room or it has few edges
   */
  public record Dot(Ref thing, double x, double y, double radius, Lettering.Box label) {}

  /** A drawing with names, as high as its things need. */
  static Drawing large(Network network, Refs refs, String language) {
    Field field = Field.of(network, 1000, 420, 1000);
    return new Making(network, field, network.edges(), language).drawing(refs);
  }

  /** A drawing to be recognised. */
  static Drawing small(Network network, String language) {
    Field field = Field.of(network, 360, 240, 240);
    List<NetworkEdge> edges =
        network.edges().stream()
            .sorted(Comparator.comparing(NetworkEdge::weight).reversed())
            .limit(FEW)
            .toList();
    return new Making(network, field, edges, language).points();
  }

  /** Where spots fall on a drawing: all at one scale, in its middle. */
  private record Field(int width, int height, double scale, double left, double top) {

    static Field of(Network network, int width, int least, int most) {
      List<Double> xs = network.nodes().stream().map(node -> node.spot().x()).toList();
      List<Double> ys = network.nodes().stream().map(node -> -node.spot().y()).toList();
      double wide = Math.max(1, range(xs));
      double high = Math.max(1, range(ys));
      double scale = Math.min((width - 2 * MARGIN) / wide, (most - 2 * MARGIN) / high);
      int height = (int) Math.max(least, Math.ceil(high * scale) + 2 * MARGIN);
      return new Field(
          width,
          height,
          scale,
          (width - range(xs) * scale) / 2 - least(xs) * scale,
          (height - range(ys) * scale) / 2 - least(ys) * scale);
    }

    private static double least(List<Double> numbers) {
      return numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double range(List<Double> numbers) {
      return numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0) - least(numbers);
    }

    int x(NetworkNode node) {
      return (int) Math.round(left + node.spot().x() * scale);
    }

    int y(NetworkNode node) {
      return (int) Math.round(top - node.spot().y() * scale);
    }
  }

  private record Making(
      Network network,
      Field field,
      List<NetworkEdge> edges,
      Map<String, NetworkNode> nodes,
      String language) {

    Making(Network network, Field field, List<NetworkEdge> edges, String language) {
      this(
          network,
          field,
          edges,
          network.nodes().stream().collect(Collectors.toMap(NetworkNode::iri, Function.identity())),
          language);
    }

    Drawing points() {
      return new Drawing(
          field.width(),
          field.height(),
          strokes(),
          groups(node -> new Dot(null, field.x(node), field.y(node), 0, null)));
    }

    Drawing drawing(Refs refs) {
      Lettering lettering = new Lettering(field.width(), field.height());
      network
          .nodes()
          .forEach(node -> lettering.keepOff(field.x(node), field.y(node), radius(node)));
      Map<String, Lettering.Box> labels = new LinkedHashMap<>();
      network.nodes().stream()
          .sorted(Comparator.comparing((NetworkNode node) -> -node.measures().degree()))
          .limit(NAMES)
          .forEach(
              node ->
                  lettering
                      .beside(field.x(node), field.y(node), radius(node), node.label(language))
                      .ifPresent(box -> labels.put(node.iri(), box)));
      return new Drawing(
          field.width(),
          field.height(),
          strokes(),
          groups(
              node ->
                  new Dot(
                      refs.of(NodeFactory.createURI(node.iri())),
                      field.x(node),
                      field.y(node),
                      radius(node),
                      labels.get(node.iri()))));
    }

    /** Larger with more edges, as area. */
    private static double radius(NetworkNode node) {
      return Math.round(10 * (2 + 1.4 * Math.sqrt(node.measures().degree()))) / 10.0;
    }

    private List<Stroke> strokes() {
      Map<String, StringBuilder> paths = new TreeMap<>();
      for (NetworkEdge edge : edges) {
        NetworkNode from = nodes.get(edge.source());
        NetworkNode to = nodes.get(edge.target());
        paths
            .computeIfAbsent(Evidenced.look(edge), look -> new StringBuilder())
            .append('M')
            .append(field.x(from))
            .append(' ')
            .append(field.y(from))
            .append('L')
            .append(field.x(to))
            .append(' ')
            .append(field.y(to));
      }
      return paths.entrySet().stream()
          .map(path -> new Stroke(path.getKey(), path.getValue().toString()))
          .toList();
    }

    private List<Group> groups(Function<NetworkNode, Dot> drawn) {
      Map<Kind, List<Dot>> groups = new LinkedHashMap<>();
      for (NetworkNode node : network.nodes()) {
        groups.computeIfAbsent(node.kind(), kind -> new ArrayList<>()).add(drawn.apply(node));
      }
      return groups.entrySet().stream()
          .sorted(Comparator.comparing(group -> -group.getValue().size()))
          .map(
              group ->
                  new Group(
                      group.getKey().label(language),
                      group.getKey().colour(),
                      group.getValue(),
                      path(group.getValue())))
          .toList();
    }

    private static String path(List<Dot> dots) {
      return dots.stream()
          .map(dot -> "M" + (int) dot.x() + " " + (int) dot.y() + "h0")
          .collect(Collectors.joining());
    }
  }
}
