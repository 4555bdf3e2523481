package org.triplehelix.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;

/** A day's work of a curator on the content of this repository, told line by line. */
class RealContentDiffTest {
  private static final String READING = "data/readings/london-beijing.trig";
  private static final String CURATION = "data/curation/london-beijing.ttl";
  private static final String SEED = "seeds/london-beijing.ttl";
  private static final String ORGANISATIONS = "data/register/organisations.ttl";

  /** The name of the new claim is the digest of its triple: taken with sha256sum. */
  private static final String EXPECTED =
      """

      Passages
        lb:s001  Heading: what Beijing, in building an international innovation centre, can learn…
          ~ th:noStatement th:Heading (标题 / heading) → th:Transition (过渡 / transition)
          ~ th:ranges "0-36" → "0-37"
        lb:s003  The author has moved.
          ~ th:gloss "The author belongs to a business school of a university of politics and law in Beijing."@en → "The author has moved."@en
          claim:lb-s003-54064658 (new)  id:chen-qiming org:memberOf id:quill
            + th:modality th:Planned (计划 / planned)
          id:chen-qiming  陈芑名 / Chen Qiming
            ~ org:memberOf id:cupl-business-school (中国政法大学商学院 / Business School, China University of Political Science and Law) → id:quill (羽毛笔 / Quill)
        lb:s014  Digital technology is an important industry of London, with its jobs and its gro…
          figure:lb-s014-jobs  318,480个工作岗位
            ~ sosa:hasSimpleResult 318480 → 318490
        lb:s027  Schemes that widen research capacity: new life-science sites are planned in Whit…
          claim:lb-s027-medcity-in-barking  id:medcity th:basedIn id:barking
            ~ th:status th:Doubted (存疑 / doubted) → th:Rejected (不采信 / rejected)
          id:whitechapel  白教堂 / Whitechapel
            - th:within id:east-london (东伦敦 / East London)

      Sources
        source:london-beijing  伦敦数字技术、生命科学产业及智慧城市对北京建设国际科技创新中心的借鉴意义 / What London can teach
          ~ dcterms:title "What London's digital technology, life science industry and smart city can teach Beijing in building an international science and technology innovation centre"@en → "What London can teach"@en

      Register
        id:o2  O2 / O2 UK
          ~ skos:prefLabel "O2"@en → "O2 UK"@en
        id:quill (new)  羽毛笔 / Quill
          + a th:Company (企业 / company)
          + skos:prefLabel "Quill"@en
          + skos:prefLabel "羽毛笔"@zh

      Concepts
        sector:digital-technology  数字技术产业 / digital technology
          - skos:broader sector:digital-economy (数字经济 / digital economy)

      Ontology
        th:Campus  园区 / campus or park
          ~ rdfs:label "campus"@en → "campus or park"@en

      Identities
        <http://www.wikidata.org/entity/Q7072245>
          ~ th:recordOf id:o2 (O2 / O2 UK) → id:quill (羽毛笔 / Quill)

      Curation
        fact:lb-s027-medcity-kind
          ~ th:kind th:SourceSlip (来源疏误 / slip of the source) → th:ModalityDifference (情态不同 / different modality)

      Catalogue
        <https://w3id.org/triplehelix/>  三螺旋：创新生态知识图谱 / Triple Helix: a graph
          ~ dcterms:title "Triple Helix: a knowledge graph of innovation ecosystems"@en → "Triple Helix: a graph"@en

      Passages: 6 changed, 1 added, 1 removed
      Sources: 1 changed, 0 added, 0 removed
      Register: 1 changed, 3 added, 0 removed
      Concepts: 0 changed, 0 added, 1 removed
      Ontology: 1 changed, 0 added, 0 removed
      Identities: 1 changed, 0 added, 0 removed
      Curation: 1 changed, 0 added, 0 removed
      Catalogue: 1 changed, 0 added, 0 removed
      """;

  private static Release before;
  private static Release after;

  @BeforeAll
  static void work(@TempDir Path folder) {
    before = ReleaseBuilder.build(Content.at(Path.of("")));
    String entry =
        "id:quill\n    a th:Company ;\n    skos:prefLabel \"Quill\"@en , \"羽毛笔\"@zh ;\n    .\n\n";
    after =
        new ContentCopy(folder)
            .change(READING, "sosa:hasSimpleResult 318480", "sosa:hasSimpleResult 318490")
            .change(
                READING, "    id:whitechapel\n        th:within id:east-london ;\n        .\n", "")
            .change(
                READING,
                "org:memberOf id:cupl-business-school ;",
                "org:memberOf id:quill {| th:modality th:Planned |} ;")
            .change(
                READING, "其网站）。\"@zh ; th:status th:Doubted", "其网站）。\"@zh ; th:status th:Rejected")
            .change(CURATION, "th:noStatement th:Heading", "th:noStatement th:Transition")
            .change(CURATION, "th:kind th:SourceSlip", "th:kind th:ModalityDifference")
            .change(SEED, "th:ranges \"0-36\"", "th:ranges \"0-37\"")
            .change(
                SEED,
                "The author belongs to a business school of a university of politics and law in"
                    + " Beijing.",
                "The author has moved.")
            .change(
                SEED,
                "What London's digital technology, life science industry and smart city can teach"
                    + " Beijing in building an international science and technology innovation"
                    + " centre",
                "What London can teach")
            .change(ORGANISATIONS, "id:oecd\n    a", entry + "id:oecd\n    a")
            .change(ORGANISATIONS, "\"O2\"@en", "\"O2 UK\"@en")
            .change(
                "ontology/schemes/sectors.ttl",
                "skos:broader sector:digital-economy , sector:high-tech-industry",
                "skos:broader sector:high-tech-industry")
            .change("ontology/places.ttl", "\"campus\"@en", "\"campus or park\"@en")
            .change("data/identities/wikidata.ttl", "th:recordOf id:o2 ", "th:recordOf id:quill ")
            .change(
                "data/catalogue.ttl",
                "Triple Helix: a knowledge graph of innovation ecosystems",
                "Triple Helix: a graph")
            .release();
  }

  @Test
  void everyChangeIsToldOnceWhereItIsWritten() {
    List<String> lines = Texts.of(before, after, false).lines().toList();
    String total =
        before.shortHash() + " → " + after.shortHash() + ": 12 changed, 4 added, 2 removed";
    assertEquals(2, lines.stream().filter(total::equals).count(), lines::toString);
    List<String> written =
        lines.stream()
            .filter(line -> !line.equals(total))
            .filter(line -> !line.startsWith("What follows from it: "))
            .filter(line -> !line.matches("(Default graph|Inferred|Added by the build): .*"))
            .toList();
    assertEquals(EXPECTED, String.join("\n", written) + "\n");
  }

  @Test
  void theOtherWayRoundEachChangeIsTurned() {
    String text = Texts.of(after, before, false);
    assertTrue(text.contains("  id:quill (gone)  羽毛笔 / Quill\n    - a th:Company"), text);
    assertTrue(text.contains("      ~ sosa:hasSimpleResult 318490 → 318480\n"), text);
    assertTrue(text.contains("      + th:within id:east-london (东伦敦 / East London)\n"), text);
  }

  @Test
  void everythingThatDiffersIsWrittenOrFollows() {
    ReleaseDiff diff = ReleaseDiff.between(before, after);
    long told =
        new DiffReport(diff)
            .entries().stream()
                .mapToLong(e -> e.change().kind() == Change.Kind.CHANGED ? 2 : 1)
                .sum();
    long copies = copies(diff.removed()) + copies(diff.added());
    long ofRelease = ofRelease(diff.removed()) + ofRelease(diff.added());
    assertEquals(diff.removed().size() + diff.added().size(), told + copies + ofRelease);
  }

  private static long copies(List<Quad> quads) {
    return quads.stream()
        .filter(Quad::isDefaultGraph)
        .filter(
            copy ->
                quads.stream()
                    .anyMatch(q -> !q.isDefaultGraph() && q.asTriple().equals(copy.asTriple())))
        .count();
  }

  private static long ofRelease(List<Quad> quads) {
    return quads.stream()
        .filter(q -> q.getGraph().equals(Graphs.META))
        .filter(q -> !q.getPredicate().getLocalName().equals("title"))
        .count();
  }

  @Test
  void patchTurnsTheOneReleaseIntoTheOther() {
    byte[] bytes = Texts.patch(before, after);
    assertArrayEquals(bytes, Texts.patch(before, after));
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    dataset.executeWrite(() -> before.quads().forEach(dataset::add));
    RDFPatch patch = RDFPatchOps.read(new ByteArrayInputStream(bytes));
    RDFPatchOps.applyChange(dataset, patch);
    List<Quad> patched = Texts.quads(dataset);
    assertEquals(after.quads(), patched);
    List<Quad> content = patched.stream().filter(q -> !q.getGraph().equals(Graphs.META)).toList();
    assertEquals(after.hash(), new Canonical().hash(content));
    assertEquals(after.iri(), patch.getId());
    assertEquals(before.iri(), patch.getPrevious());
  }
}
