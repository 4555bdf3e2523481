package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.RealNetworks;

/** The graph tools of others read every network in full. */
class NetworkClientsIT {
  @TempDir static Path folder;

  private static final Map<String, Network> NETWORKS = new TreeMap<>();

  @BeforeAll
  static void write() throws IOException {
    RealNetworks real = RealNetworks.of(Commands.HOME);
    for (NetworkView view : real.networks().views().list()) {
      Network network = real.shown(view);
      NETWORKS.put(view.name(), network);
      for (NetworkFormat format : NetworkFormat.values()) {
        Path file = folder.resolve(view.name() + "." + format.extension());
        try (OutputStream out = Files.newOutputStream(file)) {
          format.write(network, "zh", out);
        }
      }
    }
    Files.write(
        folder.resolve("expected"),
        NETWORKS.values().stream().map(NetworkClientsIT::line).toList());
  }

  private static String line(Network network) {
    NetworkNode node = largest(network);
    Map<String, Object> line = new TreeMap<>();
    line.put("name", network.view().name());
    line.put("nodes", network.nodes().size());
    line.put("edges", network.edges().size());
    line.put("weight", network.edges().stream().mapToInt(NetworkEdge::weight).sum());
    line.put("relations", count(network, NetworkEdge::relation));
    line.put("iri", node.iri());
    line.put("zh", node.zh());
    line.put("en", node.en());
    line.put("degree", node.measures().degree());
    line.put("x", node.spot().x());
    line.put("y", node.spot().y());
    return new Gson().toJson(line);
  }

  private static Map<String, Long> count(Network network, Function<NetworkEdge, String> part) {
    return network.edges().stream()
        .collect(Collectors.groupingBy(part, TreeMap::new, Collectors.counting()));
  }

  private static NetworkNode largest(Network network) {
    return network.nodes().stream()
        .max(Comparator.comparingInt(node -> node.measures().degree()))
        .orElseThrow();
  }

  private static void demandAll(String command) {
    String said =
        ClientsIT.said("sh", "-c", command + " " + folder + " < " + folder.resolve("expected"));
    assertEquals(String.join("\n", NETWORKS.keySet()), said.strip());
  }

  @Test
  void networkxAndIgraphReadThem() {
    ClientsIT.needs(
        ClientsIT.runs(ClientsIT.PYTHON, "-c", "import networkx, igraph"),
        "NetworkX or igraph",
        "apt install python3-networkx python3-igraph");
    demandAll(ClientsIT.PYTHON + " src/test/resources/clients/networks.py");
  }

  @Test
  void cytoscapeAndGraphologyReadThem() {
    ClientsIT.needs(
        Files.exists(ClientsIT.MODULES.resolve("graphology-gexf")),
        "Cytoscape.js or graphology",
        "see .ci/run");
    demandAll("node src/test/resources/clients/networks.js " + ClientsIT.MODULES);
  }

  @Test
  void graphvizDrawsThem() throws IOException {
    ClientsIT.needs(ClientsIT.runs("neato", "-V"), "Graphviz", "apt install graphviz");
    for (String name : List.of("lessons", "money", "organisations", "people")) {
      Path file = folder.resolve(name + ".svg");
      ClientsIT.said(
          "neato", "-n2", "-Tsvg", folder.resolve(name + ".dot").toString(), "-o", file.toString());
      String drawing = Files.readString(file);
      Network network = NETWORKS.get(name);
      assertEquals(network.nodes().size(), drawing.split("class=\"node\"", -1).length - 1);
      assertEquals(network.edges().size(), drawing.split("class=\"edge\"", -1).length - 1);
      assertTrue(drawing.contains(">" + largest(network).zh() + "</text>"), name);
    }
  }

  private static Graph gephi(String file) throws IOException {
    Lookup.getDefault().lookup(ProjectController.class).newProject();
    ImportController controller = Lookup.getDefault().lookup(ImportController.class);
    Container container = controller.importFile(folder.resolve(file).toFile());
    container.getLoader().setAutoScale(false);
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    controller.process(
        container,
        new DefaultProcessor(),
        Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace());
    return Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
  }

  @Test
  void gephiKeepsParallelEdgesKindsDatesAndColours() throws IOException {
    for (Network network : NETWORKS.values()) {
      String name = network.view().name();
      Graph graph = gephi(name + ".gexf");
      assertEquals(network.nodes().size(), graph.getNodeCount(), name);
      assertEquals(network.edges().size(), graph.getEdgeCount(), name);
      for (NetworkNode one : network.nodes()) {
        Node node = graph.getNode(one.iri());
        assertEquals(one.zh(), node.getLabel());
        assertEquals(one.en(), node.getAttribute("label_en"));
        assertEquals(one.measures().degree(), graph.getDegree(node), name + " " + one.iri());
        assertEquals(
            Integer.parseInt(one.kind().colour().substring(1), 16), node.getRGBA() & 0xffffff);
        assertEquals(one.spot().x(), node.x(), 0.5);
      }
      for (NetworkEdge one : network.edges()) {
        var edge = graph.getEdge(one.id());
        assertEquals(one.en(), edge.getTypeLabel());
        assertEquals(one.zh(), edge.getLabel());
        assertEquals(one.weight(), edge.getWeight(graph.getView()), 1e-6);
        assertEquals(
            one.from().isPresent() || one.until().isPresent(),
            edge.getIntervals().length > 0,
            one.id());
      }
    }
    assertFalse(NETWORKS.get("policy").edges().stream().noneMatch(edge -> edge.from().isPresent()));
  }

  @Test
  void gephiReadsGraphMl() throws IOException {
    for (Network network : NETWORKS.values()) {
      Graph graph = gephi(network.view().name() + ".graphml");
      assertEquals(network.nodes().size(), graph.getNodeCount());
      NetworkNode largest = largest(network);
      Node node = graph.getNode(largest.iri());
      assertEquals(largest.zh(), node.getLabel());
      assertEquals(largest.en(), node.getAttribute("node.label_en"));
    }
  }
}
