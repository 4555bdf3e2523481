package org.triplehelix.check;

import java.util.List;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.source.DocumentFolder;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.SeedDraft;

/** A made-up document that was read whole; tests take a piece of the reading away. */
public final class Brook implements AutoCloseable {
  private static final String DOCUMENT =
      """
      一、溪城的桥
      溪城有四所大学，近三成的居民在铁砧公司工作。
      2014年4月，铁砧公司迁到溪城，英文名为ANVIL。
      该公司的岗位由318,480个增加到原来的两倍多。
      在各城的评比之中，它已经连续三年排名第一。
      （1）一是要统一一些标准，进一步建设一流的城。
      为此，溪城所发的营业证，都是为期五年的证件。
      文书说，20世纪60年代之后，溪城有了5G网[3]。
      我们并不认为，铁砧公司将来会离开溪城这个地方。
      溪城大学在这里，只不过是顺便被提到了的学校。
      总之，溪城的那两座桥，都已经修得非常漂亮了。
      在2018-21年间，溪城又修了其他的、更长的桥。
      """;

  private static final String PREFIXES =
      Fixture.PREFIXES + "PREFIX br: <https://w3id.org/triplehelix/source/brook/>\n";

  private static final String TERMS =
      """
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>

      th:rank a owl:DatatypeProperty .
      th:runOfYears a owl:DatatypeProperty .
      th:timeLimit a owl:DatatypeProperty .
      """;

  private static final String REGISTER =
      """
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>

      id:brook-university
          a th:Company ;
          skos:prefLabel "Brook University"@en , "溪城大学"@zh ;
          .

      id:five-g
          a th:Company ;
          skos:prefLabel "5G"@en , "5G"@zh ;
          .
      """;

  private static final String CURATION =
      """
      br:s001 th:noStatement th:Heading .
      br:s011 th:noStatement th:Rhetoric .
      """;

  private static final String READING =
      """
      br:s001 { br:s001 th:mentions id:brook . }
      br:s002 {
          figure:br-s002-universities a th:Figure ;
              sosa:hasFeatureOfInterest id:brook ;
              th:asWritten "四所大学"@zh ;
              .
          figure:br-s002-employees a th:Figure ;
              sosa:hasFeatureOfInterest id:anvil ;
              th:scopeNote "近三成的居民"@zh ;
              .
      }
      br:s003 { id:anvil th:basedIn id:brook {| th:during "2014-04"^^edtf:EDTF |} . }
      br:s004 {
          figure:br-s004-jobs a th:Figure ; th:asWritten "318,480个"@zh .
          figure:br-s004-growth a th:Figure ; th:asWritten "两倍多"@zh .
      }
      br:s005 {
          fact:br-s005-position a th:Figure ;
              th:runOfYears 3 ;
              th:rank 1 ;
              .
      }
      br:s006 { id:brook th:describedAs "一流的城"@zh . }
      br:s007 { fact:br-s007-licence a th:Figure ;
          th:timeLimit "P5Y"^^<http://www.w3.org/2001/XMLSchema#duration> ;
          th:category id:brook .
      }
      br:s008 {
          br:s008 th:speaker id:clerk ;
              th:mentions id:five-g ;
              th:cites "3" ;
              .
          id:brook th:describedAs "有网"@zh {| th:during "196X"^^edtf:EDTF |} .
      }
      br:s009 {
          << id:anvil th:basedIn id:brook ~ claim:br-s009-stays >> th:modality th:Denied .
      }
      br:s010 {
          br:s010 th:mentions id:brook-university .
          id:clerk th:describedAs "学校"@zh .
      }
      br:s011 { br:s011 th:mentions id:brook . }
      br:s012 { id:brook th:describedAs "桥"@zh {| th:during "2018/2021"^^edtf:EDTF |} . }
      """;

  private final Fixture fixture = new Fixture();
  private String reading = READING;
  private String curation = CURATION;
  private String seed =
      new SeedDraft("brook", "br", "brook.txt", DocumentText.of(DOCUMENT)).turtle();

  /** Takes a piece of the reading away. */
  public Brook without(String piece) {
    return with(piece, "");
  }

  /** Puts something in the place of a piece of the reading. */
  public Brook with(String piece, String other) {
    reading = replaced(reading, piece, other);
    return this;
  }

  /** Takes the reason of a passage away. */
  public Brook withoutReason(String piece) {
    curation = replaced(curation, piece, "");
    return this;
  }

  /** Puts something in the place of a piece of the seed. */
  public Brook withSeed(String piece, String other) {
    seed = replaced(seed, piece, other);
    return this;
  }

  private static String replaced(String text, String piece, String other) {
    if (!text.contains(piece)) {
      throw new IllegalArgumentException("nothing to replace: " + piece);
    }
    return text.replace(piece, other);
  }

  /** Writes the files, without the document. */
  public Fixture files() {
    return fixture
        .write("ontology/fixture.ttl", TERMS)
        .write("seeds/brook.ttl", seed)
        .write("data/register/brook.ttl", REGISTER)
        .write("data/curation/brook.ttl", PREFIXES + curation)
        .write("data/readings/brook.trig", PREFIXES + reading);
  }

  /** Writes the files and the document. */
  public Fixture filesAndText() {
    return files().write("seeds/texts/brook.txt", DOCUMENT);
  }

  CoverageReport report() {
    filesAndText();
    return reportOfFiles();
  }

  CoverageReport reportOfFiles() {
    Content content = Content.at(fixture.root());
    return new Coverage(
            ReleaseBuilder.buildWithPositions(content),
            new DocumentFolder(fixture.root().resolve("seeds/texts")))
        .report("brook");
  }

  /** The gaps, each as passage and what is left out. */
  List<String> gaps() {
    return report().gaps().stream()
        .map(g -> g.passage().getURI().replaceFirst(".*/", "") + ": " + g.what())
        .toList();
  }

  @Override
  public void close() {
    fixture.close();
  }
}
