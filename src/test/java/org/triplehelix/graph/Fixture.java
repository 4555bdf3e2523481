package org.triplehelix.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.vocab.Prefixes;

/**
 * A small project folder: the real ontology, and a made-up source of four passages with a register
 * of its own. Tests write the reading they are about.
 */
public final class Fixture implements AutoCloseable {
  /** Prefix lines for reading files of the fixture. */
  public static final String PREFIXES =
      """
      PREFIX claim: <https://w3id.org/triplehelix/claim/>
      PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
      PREFIX fact: <https://w3id.org/triplehelix/fact/>
      PREFIX figure: <https://w3id.org/triplehelix/figure/>
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX mu: <https://w3id.org/triplehelix/source/made-up/>
      PREFIX sosa: <http://www.w3.org/ns/sosa/>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      """;

  private static final String SEED =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX mu: <https://w3id.org/triplehelix/source/made-up/>
      PREFIX source: <https://w3id.org/triplehelix/source/>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>

      source:made-up
          a th:Source ;
          th:fileName "made-up.txt" ;
          th:sourcePrefix "mu" ;
          .

      mu:s001
          a th:Passage ;
          dcterms:isPartOf source:made-up ;
          th:ranges "0-10" ;
          .

      mu:s002
          a th:Passage ;
          dcterms:isPartOf source:made-up ;
          th:ranges "10-20 30-40" ;
          .

      mu:s003
          a th:Passage ;
          dcterms:isPartOf source:made-up ;
          th:ranges "20-30" ;
          .
      """;

  private static final String REGISTER =
      """
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>

      id:anvil
          a th:Company ;
          skos:prefLabel "Anvil"@en , "铁砧"@zh ;
          .

      id:brook
          a th:City ;
          skos:prefLabel "Brook"@en , "溪城"@zh ;
          .

      id:clerk
          a th:Person ;
          skos:prefLabel "Clerk"@en , "文书"@zh ;
          .
      """;

  private final Path root;

  public Fixture() {
    try {
      root = Files.createTempDirectory("helix-fixture");
      copy("ontology", root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write("seeds/made-up.ttl", SEED);
    write("data/register/things.ttl", REGISTER);
  }

  /** Copies a folder of this repository, as {@code data}, into another folder. */
  public static void copy(String folder, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = root.resolve(file.toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /** Writes a file of the folder, in place of one that is there. */
  public Fixture write(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the reading of the made-up source: graphs in TriG, prefixes are put before them. */
  public Fixture reading(String trig) {
    return write("data/readings/made-up.trig", PREFIXES + trig);
  }

  /** The release of the folder. */
  public Release release() {
    return ReleaseBuilder.build(Content.at(root));
  }

  /** Whether a pattern of SPARQL holds in the folder's release. */
  public boolean holds(String pattern) {
    return holds(release(), pattern);
  }

  /** Whether a pattern of SPARQL holds in a release. */
  public static boolean holds(Release release, String pattern) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    release.quads().forEach(dataset::add);
    StringBuilder query = new StringBuilder();
    release
        .prefixes()
        .with(java.util.Map.of("mu", "https://w3id.org/triplehelix/source/made-up/"))
        .map()
        .forEach((prefix, iri) -> query.append("PREFIX %s: <%s>%n".formatted(prefix, iri)));
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(query + "ASK { " + pattern + " }").build()) {
      return execution.ask();
    }
  }

  /** The triples of a release's graph. */
  public static List<Triple> graph(Release release, String name) {
    String iri = Prefixes.standard().map().get("graph") + name;
    return release.quads().stream()
        .filter(q -> q.getGraph().isURI() && q.getGraph().getURI().equals(iri))
        .map(Quad::asTriple)
        .toList();
  }

  /** What Jena's own parser makes of a text, for comparison. */
  public static DatasetGraph parse(String nquads) {
    return RDFParser.fromString(nquads, Lang.NQUADS).toDatasetGraph();
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
