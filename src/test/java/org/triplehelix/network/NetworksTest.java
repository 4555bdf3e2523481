package org.triplehelix.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.Quad;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Slugs;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.network.NetworkEdge.Mention;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Family;

/** Networks of the real release. */
class NetworksTest {
  private static final String ID = "https://w3id.org/triplehelix/id/";
  private static final String TH = "https://w3id.org/triplehelix/ontology#";
  private static final List<String> VIEWS =
      List.of(
          "everything",
          "lessons",
          "money",
          "organisations",
          "people",
          "places",
          "policy",
          "sources",
          "talent");

  private static RealNetworks real;

  @BeforeAll
  static void build() {
    real = RealNetworks.of(Path.of("."));
  }

  private static Network shown(String name) {
    return real.shown(real.view(name));
  }

  private static Network chosen(String name, String... choice) {
    Map<String, String> values = new java.util.HashMap<>();
    for (int i = 0; i < choice.length; i += 2) {
      values.put(choice[i], choice[i + 1]);
    }
    return real.chosen(real.view(name), values);
  }

  private static List<Mention> mentions(Network network) {
    return network.edges().stream().flatMap(edge -> edge.evidence().stream()).toList();
  }

  private static Optional<NetworkEdge> edge(
      Network network, String source, String relation, String target) {
    return network.edges().stream()
        .filter(e -> e.source().equals(ID + source) && e.target().equals(ID + target))
        .filter(e -> e.relation().equals(relation))
        .findFirst();
  }

  @Test
  void allAreThereWithTextsInBothLanguages() {
    assertEquals(VIEWS, real.networks().views().list().stream().map(NetworkView::name).toList());
    for (NetworkView view : real.networks().views().list()) {
      assertTrue(view.titleZh().codePoints().anyMatch(NetworksTest::isHan), view.name());
      assertTrue(view.descriptionZh().codePoints().anyMatch(NetworksTest::isHan), view.name());
      assertFalse(view.title().codePoints().anyMatch(NetworksTest::isHan), view.name());
      assertFalse(view.description().codePoints().anyMatch(NetworksTest::isHan), view.name());
    }
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  @Test
  void nodesAreNamedThingsAndNoStatements() {
    Predicate<String> isThing =
        iri ->
            Family.of(iri).filter(family -> !family.ofNodes() && family != Family.CLAIM).isPresent()
                || List.of(TH + "Public", TH + "Private").contains(iri);
    for (String name : VIEWS) {
      Network network = real.whole(real.view(name));
      assertTrue(network.nodes().size() > 20, name);
      Set<String> known =
          network.nodes().stream().map(NetworkNode::iri).collect(Collectors.toSet());
      assertEquals(network.nodes().size(), known.size());
      for (NetworkNode node : network.nodes()) {
        assertTrue(isThing.test(node.iri()), name + " " + node.iri());
        assertTrue(hasNames(node.iri()), node.iri());
        assertFalse(node.en().codePoints().anyMatch(NetworksTest::isHan), node.en());
        assertFalse(node.kind().zh().equals(node.kind().name()), node.kind().name());
      }
      for (NetworkEdge edge : network.edges()) {
        assertTrue(known.containsAll(List.of(edge.source(), edge.target())), edge.id());
        assertTrue(edge.zh().codePoints().anyMatch(NetworksTest::isHan), edge.relation());
        assertFalse(edge.en().codePoints().anyMatch(NetworksTest::isHan), edge.relation());
      }
      assertEquals(
          network.edges().size(),
          new HashSet<>(network.edges().stream().map(NetworkEdge::id).toList()).size());
    }
  }

  /** The graph itself has a name of it in each language. */
  private static boolean hasNames(String iri) {
    List<String> languages = new ArrayList<>();
    real.dataset()
        .find(Quad.defaultGraphIRI, NodeFactory.createURI(iri), Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              String property = quad.getPredicate().getLocalName();
              if (List.of("prefLabel", "title", "label").contains(property)) {
                languages.add(quad.getObject().getLiteralLanguage());
              }
            });
    return languages.containsAll(List.of("zh", "en"));
  }

  @Test
  void evidenceOfAnEdgeIsThatOfItsClaims() {
    Network network = real.whole(real.view("organisations"));
    int plain = 0;
    for (NetworkEdge edge : network.edges()) {
      List<String> claims = edge.evidence().stream().map(Mention::claim).toList();
      if (!claims.isEmpty() && claims.get(0).contains("/claim/")) {
        Triple triple =
            Triple.create(
                NodeFactory.createURI(edge.source()),
                NodeFactory.createURI(edge.relation()),
                NodeFactory.createURI(edge.target()));
        Set<String> said =
            real.evidence().of(triple).stream()
                .map(Evidence.Place::claim)
                .flatMap(Optional::stream)
                .map(Node::getURI)
                .collect(Collectors.toSet());
        assertEquals(said, Set.copyOf(claims), edge.id());
        assertEquals(edge.passages().size(), edge.weight());
        plain++;
      }
    }
    assertTrue(plain > 30, plain + " edges");
  }

  @Test
  void manySidedFactsAreEdges() {
    String org = "http://www.w3.org/ns/org#";
    NetworkEdge post =
        edge(
                shown("people"),
                "chen-liangyi",
                org + "memberOf",
                "national-biomedical-imaging-centre")
            .orElseThrow();
    assertEquals("deputy director", post.attributes().get("role"));
    assertEquals("副主任", post.attributes().get("role_zh"));
    NetworkEdge money =
        edge(shown("money"), "uk-government", TH + "finances", "uk-ai-skills-and-talent-package")
            .orElseThrow();
    assertEquals("超过1亿英镑", money.attributes().get("amount"));
    assertEquals("Pound Sterling".toLowerCase(), money.attributes().get("unit").toLowerCase());
    Network lessons = shown("lessons");
    NetworkEdge lesson = edge(lessons, "london", TH + "audience", "beijing").orElseThrow();
    assertTrue(lesson.evidence().get(0).claim().contains("/lesson/"), lesson.id());
    assertEquals("recommended", lesson.evidence().get(0).modality());
    assertTrue(lesson.attributes().get("lesson_zh").codePoints().anyMatch(NetworksTest::isHan));
    assertTrue(
        edge(shown("everything"), "guangzhou", TH + "inEdition", "iese-cities-in-motion-index-2018")
                .isPresent()
            || edge(
                    shown("everything"),
                    "london",
                    TH + "inEdition",
                    "iese-cities-in-motion-index-2018")
                .isPresent());
  }

  @Test
  void weightOfAMentionIsItsSentences() {
    NetworkEdge edge =
        shown("sources").edges().stream()
            .filter(e -> e.relation().equals(TH + "mentions") && e.target().equals(ID + "medcity"))
            .max(java.util.Comparator.comparingInt(NetworkEdge::weight))
            .orElseThrow();
    assertEquals("https://w3id.org/triplehelix/source/london-beijing", edge.source());
    assertTrue(edge.weight() > 3, edge.weight() + "");
    assertEquals(edge.weight(), new HashSet<>(edge.passages()).size());
  }

  @Test
  void whatIsRejectedOrPlannedIsThereOnlyIfAskedFor() {
    for (String name : VIEWS) {
      if (!name.equals("lessons")) {
        for (Mention mention : mentions(shown(name))) {
          assertFalse(mention.status().equals("rejected"), mention.claim());
          assertTrue(List.of("stated", "").contains(mention.modality()), mention.claim());
        }
      }
    }
    for (String modality : List.of("planned", "opinion", "recommended", "forecast", "denied")) {
      Set<String> found =
          mentions(chosen("everything", "status", modality)).stream()
              .map(Mention::modality)
              .collect(Collectors.toSet());
      assertEquals(Set.of(modality), found);
    }
  }

  /** The register and what a sentence mentions are neither doubted nor planned. */
  @Test
  void whatIsNoClaimCountsAsAcceptedAndStated() {
    for (String name : List.of("everything", "sources", "people")) {
      assertTrue(chosen(name, "status", "accepted").edges().stream().anyMatch(e -> isNoClaim(e)));
      for (String other : List.of("rejected", "doubted", "planned", "denied")) {
        assertTrue(
            chosen(name, "status", other).edges().stream().noneMatch(e -> isNoClaim(e)),
            name + " " + other);
      }
    }
  }

  private static boolean isNoClaim(NetworkEdge edge) {
    return edge.distinct(Mention::claim).isEmpty();
  }

  @Test
  void edgesGoAsTheirClaimsDo() {
    for (String name : VIEWS) {
      for (NetworkEdge edge : real.whole(real.view(name)).edges()) {
        for (String claim : edge.distinct(Mention::claim)) {
          Node claimed = NodeFactory.createURI(claim);
          if (part(claimed, "predicate").contains(NodeFactory.createURI(edge.relation()))) {
            assertTrue(
                part(claimed, "subject").contains(NodeFactory.createURI(edge.source())),
                name + ": " + edge.id());
          }
        }
      }
    }
  }

  @Test
  void whatOneOfSeveralOperatesIsNotUsedByTheOthers() {
    for (String name : List.of("everything", "policy", "talent")) {
      Network network = shown(name);
      String awards = "springboard-awards";
      assertTrue(edge(network, "academy-of-medical-sciences", TH + "uses", awards).isPresent());
      assertTrue(edge(network, "royal-society", TH + "uses", awards).isEmpty(), name);
    }
  }

  @Test
  void onlyWhoIsSaidToFundFinances() {
    Network money = shown("money");
    assertTrue(
        money.edges().stream()
            .filter(edge -> edge.relation().equals(TH + "finances"))
            .noneMatch(edge -> edge.id().endsWith("fact:bc-s098-open-competition")));
    NetworkEdge competition =
        money.edges().stream()
            .filter(edge -> edge.id().endsWith("fact:bc-s098-open-competition"))
            .findFirst()
            .orElseThrow();
    assertEquals(TH + "actsOn", competition.relation());
    assertTrue(competition.attributes().containsKey("instrument_zh"));
  }

  private static List<Node> part(Node claim, String part) {
    List<Node> found = new ArrayList<>();
    Node property =
        ResourceFactory.createProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#" + part)
            .asNode();
    real.dataset()
        .find(Graphs.CLAIMS, claim, property, Node.ANY)
        .forEachRemaining(quad -> found.add(quad.getObject()));
    return found;
  }

  @Test
  void whatIsRejectedIsThereIfAskedFor() {
    try (Fixture files = new Fixture()) {
      Release release =
          files
              .reading(
                  """
                  mu:s001 {
                      id:anvil
                          th:basedIn id:brook {| th:status th:Rejected |} ;
                          th:partOf id:brook ;
                          .
                  }
                  """)
              .release();
      Networks networks =
          Networks.of(
              real.networks().views(),
              release,
              ReleaseDataset.of(release, Duration.ofSeconds(10)),
              new Names(release),
              new Evidence(release));
      RealNetworks small =
          new RealNetworks(
              release,
              ReleaseDataset.of(release, Duration.ofSeconds(10)),
              networks,
              new Slugs(release),
              new Evidence(release));
      NetworkView view = small.view("everything");
      Predicate<NetworkEdge> isRejected = edge -> edge.relation().equals(TH + "basedIn");
      assertTrue(small.shown(view).edges().stream().noneMatch(isRejected));
      assertTrue(small.shown(view).edges().size() > 0);
      List<NetworkEdge> found = small.chosen(view, Map.of("status", "rejected")).edges();
      assertEquals(1, found.stream().filter(isRejected).count());
      assertTrue(
          found.stream()
              .noneMatch(
                  edge -> edge.relation().equals(TH + "partOf") && !edge.evidence().isEmpty()));
    }
  }

  @Test
  void everyPlainClaimOfNamedThingsIsInEverything() {
    Set<String> edges =
        mentions(real.whole(real.view("everything"))).stream()
            .map(Mention::claim)
            .collect(Collectors.toSet());
    Set<String> missing = new HashSet<>();
    real.dataset()
        .find(
            Graphs.CLAIMS,
            Node.ANY,
            ResourceFactory.createProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#object")
                .asNode(),
            Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getObject().isURI()
                  && quad.getObject().getURI().startsWith(ID)
                  && !edges.contains(quad.getSubject().getURI())) {
                missing.add(quad.getSubject().getURI());
              }
            });
    assertEquals(Set.of(), missing);
  }

  @Test
  void figuresOfAThingAsAWholeAreItsAttributes() {
    NetworkNode kingdom = node("united-kingdom");
    assertEquals(Optional.of(0.0174), value(kingdom, "rd_intensity_fraction"));
    assertEquals(Optional.of(577.0), value(kingdom, "rd_expenditure_per_head_gbp"));
    NetworkNode cluster = node("cambridge-life-science-cluster");
    assertEquals(Optional.empty(), value(cluster, "employees_num"));
    assertTrue(cluster.figures().stream().anyMatch(f -> f.wording().contains("超过15500人")));
    assertTrue(node("london").figures().stream().noneMatch(f -> f.name().startsWith("jobs")));
    assertEquals(Optional.of(0.2105), value(node("london"), "fibre_coverage_fraction"));
  }

  private static NetworkNode node(String name) {
    return shown("everything").nodes().stream()
        .filter(one -> one.iri().equals(ID + name))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Double> value(NetworkNode node, String name) {
    return node.figures().stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void betweennessIsThatOfJGraphT() {
    Network network = shown("policy");
    SimpleGraph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    network.nodes().forEach(node -> graph.addVertex(node.iri()));
    network.edges().forEach(edge -> graph.addEdge(edge.source(), edge.target()));
    Map<String, Double> theirs = new BetweennessCentrality<>(graph, true).getScores();
    for (NetworkNode node : network.nodes()) {
      // JGraphT counts each pair once, and divides by each twice.
      assertEquals(2 * theirs.get(node.iri()), node.measures().betweenness(), 1e-9, node.iri());
    }
    assertTrue(network.nodes().stream().anyMatch(node -> node.measures().betweenness() > 0.05));
  }

  @Test
  void everyThingHasASavedPlaceAndLabelsDoNotOverlap() {
    for (String name : VIEWS) {
      NetworkView view = real.view(name);
      Network network = real.whole(view);
      Map<String, NetworkNode.Spot> saved = Spots.of(view, real.release().prefixes()).saved();
      List<NetworkNode> nodes = network.nodes();
      for (int i = 0; i < nodes.size(); i++) {
        NetworkNode one = nodes.get(i);
        assertTrue(
            saved.containsKey(one.iri()), name + ": " + one.iri() + "; see docs/networks.md");
        for (int j = i + 1; j < nodes.size(); j++) {
          NetworkNode other = nodes.get(j);
          boolean apart =
              Math.abs(one.spot().y() - other.spot().y()) > 20
                  || Math.abs(one.spot().x() - other.spot().x())
                      > (SpotMaker.length(one) + SpotMaker.length(other)) / 2;
          assertTrue(apart, name + ": " + one.en() + " and " + other.en());
        }
      }
    }
  }

  @Test
  void sameFilesTwice() throws IOException {
    RealNetworks again = RealNetworks.of(Path.of("."));
    for (String name : VIEWS) {
      for (NetworkFormat format : NetworkFormat.values()) {
        assertArrayEquals(
            bytes(shown(name), format), bytes(again.shown(again.view(name)), format), name);
      }
    }
  }

  private static byte[] bytes(Network network, NetworkFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(network, "zh", out);
    return out.toByteArray();
  }

  @Test
  void partsAreChosen() {
    Network near = chosen("organisations", "focus", "medcity", "depth", "1");
    assertTrue(near.nodes().stream().anyMatch(node -> node.iri().equals(ID + "medcity")));
    assertTrue(near.nodes().size() < shown("organisations").nodes().size());
    assertTrue(
        chosen("organisations", "focus", "medcity", "depth", "2").nodes().size()
            > near.nodes().size());
    assertTrue(
        chosen("organisations", "kinds", "university").nodes().stream()
            .allMatch(node -> node.kind().name().equals("university")));
    assertTrue(
        chosen("organisations", "relations", "org:memberOf").edges().stream()
            .allMatch(edge -> edge.relation().endsWith("#memberOf")));
    assertTrue(
        mentions(chosen("policy", "source", "uk-clusters")).stream()
            .allMatch(mention -> mention.source().equals("uk-clusters")));
    assertTrue(
        chosen("policy", "to", "2010").edges().stream()
            .allMatch(edge -> edge.from().map(day -> day.getYear() <= 2010).orElse(true)));
    assertTrue(chosen("policy", "to", "2010").edges().size() < shown("policy").edges().size());
  }

  @Test
  void whatCannotBeChosenIsTold() {
    Map<String, String> wrong =
        Map.of(
            "focus", "medcitty",
            "depth", "7",
            "kinds", "compny",
            "relations", "memberof-x",
            "source", "london",
            "status", "statd",
            "from", "18th",
            "to", "2018-13-01");
    assertEquals(Set.copyOf(Choice.NAMES), wrong.keySet());
    wrong.forEach(
        (name, value) -> {
          BadInputException e =
              assertThrows(BadInputException.class, () -> chosen("policy", name, value), name);
          assertEquals(name, e.problems().get(0).position().toString());
          assertTrue(e.problems().get(0).what().contains(value), e.getMessage());
          assertFalse(e.problems().get(0).remedy().isEmpty());
        });
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> chosen("policy", "from", "2019", "to", "2018-12-31"));
    assertEquals("to", e.problems().get(0).position().toString());
    assertFalse(chosen("policy", "from", "2019", "to", "2019").edges().isEmpty());
  }
}
