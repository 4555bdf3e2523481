package org.triplehelix.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;
import org.triplehelix.network.NetworkNode.Spot;
import org.triplehelix.vocab.Prefixes;

/**
 * Makes the saved positions of the networks anew, by Gephi's ForceAtlas2 from where things are now,
 * and moves labels from each other. Run as {@code docs/networks.md} says.
 */
public final class SpotMaker {
  private static final int STEPS = 600;
  private static final int ROUNDS = 3000;
  private static final double HAN = 12;
  private static final double LETTER = 7;
  private static final double MARGIN = 36;
  private static final double HEIGHT = 48;

  /** How much wider than high, as screens are. */
  private static final double WIDE = 1.3;

  /** How far a thing is drawn from the nearest one, in the middle of all things. */
  private static final double NEAREST = 90;

  private SpotMaker() {}

  /** Writes the file beside each view, or beside those that are named. */
  public static void main(String[] names) throws IOException {
    RealNetworks real = RealNetworks.of(Path.of("."));
    for (NetworkView view : real.networks().views().list()) {
      if (names.length == 0 || List.of(names).contains(view.name())) {
        Network network = real.whole(view);
        Map<String, Spot> spots = apart(network, drawn(network));
        Path file = Path.of("ontology/networks", view.name() + ".csv");
        Files.writeString(file, table(spots));
        System.out.println(file + ": " + spots.size());
      }
    }
    System.exit(0);
  }

  private static Map<String, Spot> drawn(Network network) {
    Lookup.getDefault().lookup(ProjectController.class).newProject();
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    Graph graph = model.getGraph();
    for (NetworkNode one : network.nodes()) {
      Node node = model.factory().newNode(one.iri());
      node.setPosition((float) one.spot().x(), (float) one.spot().y());
      node.setSize(1);
      graph.addNode(node);
    }
    for (NetworkEdge edge : network.edges()) {
      Node source = graph.getNode(edge.source());
      Node target = graph.getNode(edge.target());
      if (graph.getEdge(source, target) == null) {
        graph.addEdge(model.factory().newEdge(source, target, 0, 1, true));
      }
    }
    ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
    layout.setGraphModel(model);
    layout.resetPropertiesValues();
    layout.setThreadsCount(1);
    layout.setScalingRatio(20.0);
    layout.setStrongGravityMode(true);
    layout.setGravity(0.05);
    layout.initAlgo();
    for (int i = 0; i < STEPS; i++) {
      layout.goAlgo();
    }
    layout.endAlgo();
    Map<String, Spot> spots = new HashMap<>();
    graph
        .getNodes()
        .toCollection()
        .forEach(node -> spots.put((String) node.getId(), new Spot(node.x(), node.y())));
    return spots;
  }

  private static final class Box {
    private final String iri;
    private final int component;
    private final double width;
    private double x;
    private double y;

    Box(NetworkNode node, Spot spot) {
      iri = node.iri();
      component = node.measures().component();
      width = MARGIN + SpotMaker.length(node);
      x = spot.x();
      y = spot.y();
    }

    static double length(String label) {
      return label.codePoints().mapToDouble(c -> c > 0x2E80 ? HAN : LETTER).sum();
    }
  }

  /** How long the longer of its labels is drawn. */
  static double length(NetworkNode node) {
    return Math.max(Box.length(node.zh()), Box.length(node.en()));
  }

  private static Map<String, Spot> apart(Network network, Map<String, Spot> spots) {
    List<Box> boxes = new ArrayList<>();
    network.nodes().forEach(node -> boxes.add(new Box(node, spots.get(node.iri()))));
    spread(boxes);
    boolean moved = true;
    for (int i = 0; i < ROUNDS && moved; i++) {
      moved = false;
      for (int a = 0; a < boxes.size(); a++) {
        for (int b = a + 1; b < boxes.size(); b++) {
          moved |= push(boxes.get(a), boxes.get(b));
        }
      }
    }
    pack(boxes);
    return boxes.stream().collect(Collectors.toMap(box -> box.iri, box -> new Spot(box.x, box.y)));
  }

  /** So large that labels find room, with the middle at 0. */
  private static void spread(List<Box> boxes) {
    double middle = boxes.stream().mapToDouble(box -> box.x).average().orElse(0);
    double height = boxes.stream().mapToDouble(box -> box.y).average().orElse(0);
    double[] nearest = boxes.stream().mapToDouble(box -> nearest(box, boxes)).sorted().toArray();
    double scale = NEAREST / nearest[nearest.length / 2];
    boxes.forEach(
        box -> {
          box.x = (box.x - middle) * scale * WIDE;
          box.y = (box.y - height) * scale / WIDE;
        });
  }

  private static double nearest(Box box, List<Box> boxes) {
    return boxes.stream()
        .filter(other -> other != box)
        .mapToDouble(other -> Math.hypot(box.x - other.x, box.y - other.y))
        .min()
        .orElse(NEAREST);
  }

  /** Moves two labels from each other, the shorter way. */
  private static boolean push(Box one, Box other) {
    double across = (one.width + other.width) / 2 - Math.abs(one.x - other.x);
    double along = HEIGHT - Math.abs(one.y - other.y);
    if (across <= 0.01 || along <= 0.01) {
      return false;
    }
    if (along / HEIGHT <= 2 * across / (one.width + other.width)) {
      double way = Math.copySign(along / 2 + 0.01, one.y - other.y);
      one.y += way;
      other.y -= way;
    } else {
      double way = Math.copySign(across / 2 + 0.01, one.x - other.x);
      one.x += way;
      other.x -= way;
    }
    return true;
  }

  /** Sets the parts that nothing ties in rows, the largest first, with the middle at 0. */
  private static void pack(List<Box> boxes) {
    Map<Integer, List<Box>> parts =
        boxes.stream()
            .collect(
                Collectors.groupingBy(box -> box.component, TreeMap::new, Collectors.toList()));
    double area = parts.values().stream().mapToDouble(part -> wide(part) * high(part)).sum();
    double row = Math.max(wide(parts.get(1)), WIDE * Math.sqrt(area));
    double x = 0;
    double y = 0;
    double highest = 0;
    for (List<Box> part : parts.values()) {
      if (x > 0 && x + wide(part) > row) {
        x = 0;
        y -= highest;
        highest = 0;
      }
      move(part, x - left(part), y - top(part));
      x += wide(part);
      highest = Math.max(highest, high(part));
    }
    double right = boxes.stream().mapToDouble(box -> box.x + box.width / 2).max().orElse(0);
    move(boxes, -right / 2, (highest - y) / 2);
  }

  private static void move(List<Box> part, double across, double along) {
    part.forEach(
        box -> {
          box.x += across;
          box.y += along;
        });
  }

  private static double left(List<Box> part) {
    return part.stream().mapToDouble(box -> box.x - box.width / 2).min().orElse(0);
  }

  private static double top(List<Box> part) {
    return part.stream().mapToDouble(box -> box.y + HEIGHT / 2).max().orElse(0);
  }

  private static double wide(List<Box> part) {
    return part.stream().mapToDouble(box -> box.x + box.width / 2).max().orElse(0)
        - left(part)
        + NEAREST;
  }

  private static double high(List<Box> part) {
    return top(part)
        - part.stream().mapToDouble(box -> box.y - HEIGHT / 2).min().orElse(0)
        + NEAREST;
  }

  private static String table(Map<String, Spot> spots) {
    Prefixes prefixes = Prefixes.standard();
    return spots.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s,%.0f,%.0f\n",
                    prefixes.abbreviate(entry.getKey()),
                    entry.getValue().x(),
                    entry.getValue().y()))
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining("", "node,x,y\n", ""));
  }
}
