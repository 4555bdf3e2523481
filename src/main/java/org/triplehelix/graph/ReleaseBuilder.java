package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.infer.Inference;
import org.triplehelix.infer.InferenceRule;
import org.triplehelix.infer.OntologyRules;
import org.triplehelix.infer.Premises;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/** Builds a release from hand-written files, or says all that is wrong with them. */
public final class ReleaseBuilder {
  static {
    JenaSystem.init();
  }

  private static final Node TYPE = RDF.Nodes.type;
  private static final Map<Role, Node> GRAPH_OF =
      Map.of(
          Role.ONTOLOGY, Graphs.ONTOLOGY,
          Role.ALIGNMENT, Graphs.ONTOLOGY,
          Role.SCHEME, Graphs.SCHEMES,
          Role.REGISTER, Graphs.REGISTER,
          Role.IDENTITY, Graphs.IDENTITIES,
          Role.CURATION, Graphs.CURATION,
          Role.SOURCE, Graphs.SOURCES,
          Role.CATALOGUE, Graphs.META);

  private final List<InputProblem> problems = new ArrayList<>();
  private final Map<Role, List<ParsedFile>> files = new EnumMap<>(Role.class);
  private final Set<Quad> quads = new LinkedHashSet<>();
  private final List<InferenceRule> rules = new ArrayList<>();
  private final Premises premises = new Premises();

  private final Consumer<String> phase;

  private ReleaseBuilder(Consumer<String> phase) {
    this.phase = phase;
  }

  /**
   * The release of a folder's files.
   *
   * @throws BadInputException with every fault that could be found
   */
  public static Release build(Content content) {
    return buildWithPositions(content).release();
  }

  /**
   * The release of a folder's files, with the place of what they say.
   *
   * @throws BadInputException with every fault that could be found
   */
  public static Built buildWithPositions(Content content) {
    return buildWithPositions(content, phase -> {});
  }

  /**
   * The same, telling how it goes.
   *
   * @param phase takes the name of each phase when it begins
   */
  public static Built buildWithPositions(Content content, Consumer<String> phase) {
    return new ReleaseBuilder(phase).run(content);
  }

  private Built run(Content content) {
    phase.accept("parsing");
    List<ParsedFile> parsed = parse(content);
    phase.accept("reading");
    rules.addAll(Rules.parse(content.items(Role.RULE), problems));
    Sources sources = Sources.in(of(Role.SOURCE));
    Prefixes prefixes = Prefixes.standard().with(sources.prefixes());
    Reading reading = ReadingReader.read(of(Role.READING), sources, problems);
    problems.addAll(References.undefined(parsed, prefixes));
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    addFiles();
    addReading(reading);
    phase.accept("inference");
    Inference inference = infer();
    addInferred(inference, reading.claims());
    phase.accept("order, hash and description");
    premises.all().forEach(t -> quads.add(Quad.create(Quad.defaultGraphIRI, t)));
    return new Built(finish(content, prefixes), Positions.in(parsed, reading, GRAPH_OF), inference);
  }

  private List<ParsedFile> parse(Content content) {
    List<ParsedFile> parsed = new ArrayList<>();
    for (Content.Item item : content.items()) {
      if (item.role().holdsRdf()) {
        ParsedFile file = FileParser.parse(item, problems);
        parsed.add(file);
        files.computeIfAbsent(item.role(), r -> new ArrayList<>()).add(file);
        problems.addAll(StatementFaults.in(file));
      }
    }
    return parsed;
  }

  private List<ParsedFile> of(Role role) {
    return files.getOrDefault(role, List.of());
  }

  private void addFiles() {
    GRAPH_OF.forEach(
        (role, graph) -> {
          for (ParsedFile file : of(role)) {
            for (Statement statement : file.statements()) {
              add(graph, Skolem.named(statement.triple()));
            }
          }
        });
  }

  private void add(Node graph, Triple triple) {
    quads.add(Quad.create(graph, triple));
    if (!graph.equals(Graphs.META)) {
      premises.accepted().add(triple);
    }
    if (triple.getPredicate().equals(TH.ranges)) {
      Derived.annotation(triple).forEach(t -> add(graph, t));
    } else if (triple.getPredicate().equals(TYPE) && triple.getObject().equals(TH.Source)) {
      Derived.text(triple.getSubject()).forEach(t -> add(graph, t));
    } else if (triple.getPredicate().equals(TYPE) && graph.equals(Graphs.ONTOLOGY)) {
      Derived.home(triple.getSubject()).ifPresent(t -> add(graph, t));
    }
  }

  private void addReading(Reading reading) {
    Map<Node, Claim> claims = new HashMap<>();
    for (Claim claim : reading.claims()) {
      claims.put(claim.iri(), claim);
      addClaim(claim);
    }
    for (Triple triple : reading.aboutPassages()) {
      add(triple.getSubject(), triple);
    }
    for (Triple triple : reading.curation()) {
      Claim claim = claims.get(triple.getSubject());
      quads.add(Quad.create(Graphs.CURATION, triple));
      if (claim == null || !claim.discarded()) {
        premises.accepted().add(triple);
      }
    }
  }

  private void addClaim(Claim claim) {
    boolean asserted = claim.isNode() || !claim.modality().equals(TH.Denied);
    List<Triple> about = new ArrayList<>(claim.annotations());
    about.addAll(Derived.dates(claim.annotations()));
    about.addAll(Derived.dates(claim.triples()));
    if (asserted) {
      claim.triples().forEach(t -> quads.add(Quad.create(claim.passage(), t)));
    }
    if (!claim.isNode()) {
      about.addAll(Claim.statement(claim.iri(), claim.triples().get(0)));
    }
    about.forEach(t -> quads.add(Quad.create(Graphs.CLAIMS, t)));
    if (claim.inDefaultGraph()) {
      reach(claim).addAll(claim.triples());
      if (claim.isNode()) {
        premises.accepted().addAll(about);
      }
    }
  }

  /** How far carries what a claim says. */
  private Set<Triple> reach(Claim claim) {
    if (!claim.modality().equals(TH.Stated)) {
      return premises.unstated();
    }
    return claim.status().equals(TH.Doubted) ? premises.doubted() : premises.accepted();
  }

  private Inference infer() {
    Graph ontology = GraphFactory.createDefaultGraph();
    quads.stream()
        .filter(q -> q.getGraph().equals(Graphs.ONTOLOGY))
        .forEach(q -> ontology.add(q.asTriple()));
    rules.addAll(OntologyRules.of(ontology));
    return Inference.of(rules, premises);
  }

  private void addInferred(Inference inference, List<Claim> claims) {
    for (Triple triple : inference.conclusions()) {
      quads.add(Quad.create(Graphs.INFERRED, triple));
      quads.add(Quad.create(Quad.defaultGraphIRI, triple));
    }
    for (Triple mark : new DoubtfulConclusions(claims).marks(inference)) {
      quads.add(Quad.create(Graphs.INFERRED, mark));
    }
  }

  private Release finish(Content files, Prefixes prefixes) {
    Canonical canonical = new Canonical();
    List<Quad> content =
        canonical.sorted(quads.stream().filter(q -> !q.getGraph().equals(Graphs.META)).toList());
    String hash = canonical.hash(content);
    List<Triple> catalogue =
        quads.stream().filter(q -> q.getGraph().equals(Graphs.META)).map(Quad::asTriple).toList();
    Description.of(hash, content, catalogue, files, prefixes)
        .forEach(t -> quads.add(Quad.create(Graphs.META, t)));
    return new Release(hash, canonical.sorted(quads), prefixes);
  }
}
