package org.triplehelix.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.triplehelix.server.api.Served.json;
import static org.triplehelix.server.api.Served.problem;
import static org.triplehelix.server.api.Served.send;
import static org.triplehelix.server.api.Served.text;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jbibtex.Value;
import org.junit.jupiter.api.Test;
import org.triplehelix.entity.Citation;

/** Citations in all their forms. */
class CiteApiTest {
  private static final String JOBS = "/cite/figure/lb-s014-jobs";
  private static final String FIGURE = "https://w3id.org/triplehelix/figure/lb-s014-jobs";
  private static final String PASSAGE = "https://w3id.org/triplehelix/source/london-beijing/s014";

  private static Map<Key, Value> entry(String bibtex) throws ParseException {
    BibTeXDatabase database = new BibTeXParser().parseFully(new StringReader(bibtex));
    assertEquals(1, database.getEntries().size(), bibtex);
    BibTeXEntry entry = database.getEntries().values().iterator().next();
    assertEquals(BibTeXEntry.TYPE_MISC, entry.getType());
    return entry.getFields();
  }

  private static String plain(Map<Key, Value> fields, String name) {
    return fields.get(new Key(name)).toUserString();
  }

  @Test
  void aFigureIsCitedWithReleasePassageAndDocument() throws ParseException {
    Map<Key, Value> fields = entry(text(JOBS + "?format=bib"));
    assertEquals("{London: jobs, 318,480个工作岗位}", plain(fields, "title"));
    assertEquals(FIGURE, fields.get(new Key("url")).toUserString());
    assertEquals(Served.RELEASE.hash(), plain(fields, "version"));
    assertTrue(plain(fields, "note").contains("Chen Qiming"));
    assertTrue(plain(fields, "note").contains(PASSAGE));
    assertTrue(plain(fields, "note").contains(Served.RELEASE.shortHash()));
    String chinese = text(JOBS + "?lang=zh");
    assertTrue(chinese.contains("陈芑名"), chinese);
    assertTrue(chinese.contains("《伦敦数字技术、生命科学产业及智慧城市对北京建设国际科技创新中心的借鉴意义》"));
    assertTrue(chinese.contains(PASSAGE));
  }

  @Test
  void whatIsDeniedOrRejectedIsNotCitedAsAFact() {
    String denied = "/cite/claim/uk-s089-no-work-contract";
    assertTrue(text(denied).contains("requires work contract (denied)"), text(denied));
    assertTrue(text(denied + "?lang=zh").contains("（否认）"), text(denied + "?lang=zh"));
    assertTrue(text("/cite/claim/lb-s027-medcity-a-site").contains("(rejected)"));
    assertFalse(text(JOBS).contains("(accepted"), text(JOBS));
  }

  @Test
  void gbt7714MarksAnOnlineDataSetAndTheDayOfAccess() {
    assertEquals(
        "Triple Helix contributors. 伦敦：就业岗位，318,480个工作岗位[DS/OL]//三螺旋：创新生态知识图谱：发布版"
            + Served.RELEASE.shortHash()
            + ". [2026-11-20]. "
            + FIGURE
            + ". 读自：陈芑名，《伦敦数字技术、生命科学产业及智慧城市对北京建设国际科技创新中心的借鉴意义》，写于2021—2022年，lb:s014（"
            + PASSAGE
            + "）.\n",
        text(JOBS + "?format=gbt&accessed=2026-11-20"));
    assertFalse(text(JOBS + "?format=gbt").contains("[20"));
    problem(400, JOBS + "?accessed=yesterday");
  }

  @Test
  void timesAreWrittenAsPeopleWriteThem() {
    assertTrue(text(JOBS).contains("written 2021–2022,"), text(JOBS));
    String open = "/cite/source/london-guangzhou/s001";
    assertTrue(text(open).contains("written 2018 or later"), text(open));
    assertTrue(text(open + "?lang=zh").contains("写于2018年或以后"), text(open + "?lang=zh"));
  }

  @Test
  void whatIsNotSimplySoIsNotCitedAsIfItWere() {
    String target = "/cite/figure/uk-s057-rd-intensity";
    assertTrue(text(target).contains("(planned)"), text(target));
    assertTrue(text(target + "?format=gbt").contains("（计划）"), text(target + "?format=gbt"));
    String denied = text("/cite/claim/uk-s085-no-endorsement");
    assertTrue(denied.contains("(denied)"), denied);
    assertFalse(text(JOBS).contains(" (stated"), text(JOBS));
  }

  @Test
  void aDocumentIsNotCitedAsTheProjectsOwn() {
    assertTrue(text("/cite/source/london-beijing").contains("\"Reading of “What London's"));
    assertTrue(text("/cite/source/london-beijing?lang=zh").contains("《〈伦敦数字技术、"));
  }

  @Test
  void aSentenceAsTitleEndsOnceAndIsWhole() {
    String lesson = "/cite/lesson/uk-s165-magnet-effect";
    assertFalse(text(lesson).contains(".."), text(lesson));
    assertTrue(text(lesson).contains("like a magnet (recommended).\""), text(lesson));
    assertTrue(text(lesson + "?lang=zh").contains("更加看重顶尖科研人才"), text(lesson + "?lang=zh"));
  }

  @Test
  void cslJsonIsOneDataSet() {
    JsonObject item =
        JSON.parseAny(text(JOBS + "?format=csl&accessed=2026-11-20"))
            .getAsArray()
            .get(0)
            .getAsObject();
    assertEquals("dataset", item.getString("type"));
    assertEquals(FIGURE, item.getString("URL"));
    assertEquals(
        "[ [ 2026 , 11 , 20 ] ]",
        item.getObj("accessed").get("date-parts").toString().replaceAll("\\s+", " ").strip());
  }

  @Test
  void everyThingNodeAndPassageCanBeCited() throws ParseException {
    List<String> families = List.of("/id/", "/figure/", "/fact/", "/lesson/", "/source/");
    var all =
        Served.RELEASE.quads().stream()
            .filter(q -> q.isDefaultGraph() && q.getPredicate().getURI().endsWith("#type"))
            .map(q -> q.getSubject().getURI())
            .filter(
                iri ->
                    families.stream()
                        .anyMatch(f -> iri.startsWith("https://w3id.org/triplehelix" + f)))
            .filter(iri -> !iri.contains("#"))
            .distinct()
            .toList();
    assertTrue(all.size() > 500);
    for (int i = 0; i < all.size(); i += 17) {
      String path = all.get(i).substring("https://w3id.org/triplehelix/".length());
      assertEquals(
          all.get(i),
          entry(text("/cite/" + path + "?format=bib")).get(new Key("url")).toUserString());
    }
  }

  @Test
  void whatTexWouldTakeForACommandIsEscaped() throws ParseException {
    String title = "50% of R&D_in {Zürich} #1 costs $5 ~ ^ \\ 北京";
    Citation citation =
        new Citation(
            "x",
            "https://example.org/",
            Map.of("zh", title, "en", title),
            Served.RELEASE.hash(),
            List.of(),
            Optional.empty());
    String bibtex = citation.bibtex();
    assertTrue(bibtex.contains("50\\% of R\\&D\\_in \\{Zürich\\} \\#1 costs \\$5"), bibtex);
    assertTrue(bibtex.contains("\\textasciitilde{} \\textasciicircum{} \\textbackslash{} 北京"));
    assertEquals(6, entry(bibtex).size());
  }

  @Test
  void anAnswerIsCitedWithItsParameters() {
    var answer = send("/api/questions/figures-of-a-thing?thing=london");
    String url = "https://w3id.org/triplehelix/api/questions/figures-of-a-thing?thing=id%3Alondon";
    assertTrue(
        answer
            .headers()
            .firstValue("Link")
            .orElseThrow()
            .startsWith("<" + url + ">; rel=\"cite-as\""));
    JsonObject citation = JSON.parse(answer.body()).getObj("citation");
    assertTrue(citation.getString("en").contains(url));
    assertTrue(citation.getString("zh").contains("thing = 伦敦"));
    assertEquals(citation, json("/cite/question/figures-of-a-thing?thing=london&format=json"));
    assertTrue(
        citation
            .getString("bibtex")
            .startsWith("@misc{triplehelix-question-figures-of-a-thing-london,"),
        "another place has another key");
    problem(400, "/cite/question/figures-of-a-thing?thing=lodnon");
    problem(400, "/cite/question/figures-of-a-thing?place=london");
  }

  @Test
  void whatIsNotThereIsToldWithWhatIsNear() {
    assertTrue(
        problem(404, "/cite/figure/lb-s014-job")
            .get("near")
            .toString()
            .contains("figure/lb-s014-jobs"));
    problem(404, "/cite/x");
    problem(404, "/cite/question/x");
  }
}
