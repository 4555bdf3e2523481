package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.triplehelix.source.Ranges.Range;

/** Drafted passages are sentences, headings and entries; every code point is in one of them. */
class SegmenterTest {
  private static List<String> passages(String raw) {
    DocumentText document = DocumentText.of(raw);
    return Segmenter.draft(document).passages().stream()
        .map(p -> document.text(p.ranges()).orElseThrow())
        .toList();
  }

  @Test
  void sentencesEndAtTheirStops() {
    assertEquals(List.of("溪城，是很小的一座城。", "它有河吗？", "有！"), passages("溪城，是很小\n的一座城。它\n有河吗？有！"));
  }

  @Test
  void quotesBracketsAndMarksStayWithTheirSentence() {
    assertEquals(
        List.of("他说：“走吧。”", "河很宽（见图。）。[12]", "桥很长。■"), passages("他说：“走吧。”河很宽（见图。）。[12]桥很长。■"));
  }

  @Test
  void sentenceGoesOnAfterAQuotedStop() {
    assertEquals(
        List.of("“桥修好了。”文书说，大家都高兴。", "“走……”的话不算。"), passages("“桥修好了。”文书说，大家都高兴。“走……”的话不算。"));
  }

  @Test
  void stopInsideBracketsEndsNothing() {
    assertEquals(List.of("桥（长三里。宽一丈。），通了。"), passages("桥（长三里。宽一丈。），通了。"));
  }

  @Test
  void colonBeforeAListOnItsOwnLinesEnds() {
    assertEquals(List.of("有两点：", "一是修桥；二是铺路。"), passages("有两点：\n一是修桥；\n二是铺路。"));
    assertEquals(List.of("有两点：一是修桥。"), passages("有两点：一是修桥。"));
  }

  @Test
  void latinTextEndsAtAPointBeforeACapital() {
    assertEquals(
        List.of("Brookissmall.", "IthasaU.S.bridge."),
        passages("Brook is small. It has a U.S. bridge."));
  }

  @Test
  void referencesAreEntries() {
    assertEquals(
        List.of("桥很长。", "参考文献：", "[1]Anvil.Bridges.", "[2]Clerk.Roads."),
        passages("桥很长。\n参考文献：\n[1] Anvil. Bridges.\n[2] Clerk. Roads."));
  }

  @Test
  void abstractInTheMidstOfASentenceIsApart() {
    assertEquals(List.of("溪城正在修", "【摘要】本文讲桥。", "一座新桥。"), passages("溪城正在修\n【摘要】本文讲桥。\n一座新桥。"));
  }

  private static final String NUMBERED =
      """
      溪城桥梁建设的历史与今天对邻近各城的启示
      文书
      一、历史
      溪城在很久以前就修了第一座桥，后来又在上游修了好几座更长的桥。
      （一）木桥
      木桥在洪水里坏过许多次，每一次都由城里的人自己动手重新修起来。
      （二）石桥
      石桥到今天还在用，城里的人每天都要从上面走过去再从上面走回来。
      二、启示
      邻近的城可以从溪城学到很多，首先是修桥之前要先看清楚水有多深。
      """;

  @Test
  void headingsArePassagesOfTheirOwn() {
    List<String> passages = passages(NUMBERED);
    assertEquals(List.of("溪城桥梁建设的历史与今天对邻近各城的启示", "文书", "一、历史"), passages.subList(0, 3));
    assertEquals(10, passages.size());
  }

  @Test
  void numberedHeadingsMakeSections() {
    assertEquals(
        "opening - 1, section-1 - 2, section-1-1 section-1 1, section-1-2 section-1 2,"
            + " section-2 - 3",
        Segmenter.draft(DocumentText.of(NUMBERED)).sections().stream()
            .map(s -> s.name() + " " + s.parent().orElse("-") + " " + s.position())
            .collect(Collectors.joining(", ")));
  }

  @Test
  void everyCodePointIsInOnePassage() {
    DocumentText document = DocumentText.of(NUMBERED + "𠮷野家（开业。");
    int here = 0;
    for (Segmenter.Passage passage : Segmenter.draft(document).passages()) {
      for (Range range : passage.ranges().list()) {
        assertEquals(here, range.start());
        here = range.end();
      }
    }
    assertEquals(document.length(), here);
  }
}
