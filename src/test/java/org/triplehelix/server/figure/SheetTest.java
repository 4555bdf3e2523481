package org.triplehelix.server.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets are given. */
class SheetTest {
  @TempDir Path folder;

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node number(String number, XSDDatatype type) {
    return NodeFactory.createLiteralDT(number, type);
  }

  private static Sheet sheet(Node cell) {
    return new Sheet(List.of("a", "b"), List.of(Arrays.asList(cell, null)));
  }

  private static String csv(Node cell) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheet(cell).write(Sheet.CSV, false, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String workbook(Node cell) throws IOException {
    Path file = folder.resolve("list.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      Workbook.write(sheet(cell), "list", out);
    }
    StringBuilder parts = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        parts.append(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return parts.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "＝1+1", "＋x", "－x", "＠x"})
  void textsAreNoFormulas(String formula) throws IOException {
    String csv = csv(text(formula));
    assertTrue(csv.contains("'" + formula), csv);
  }

  @Test
  void otherTextsAndNumbersStayAsTheyAre() throws IOException {
    assertEquals("a,b\r\n超过1亿美元,\r\n", csv(text("超过1亿美元")));
    assertEquals("a,b\r\n-5,\r\n", csv(number("-5", XSDDatatype.XSDinteger)));
    assertEquals("a,b\r\n-0.7,\r\n", csv(text("-0.7")));
    assertEquals(
        "a,b\r\nhttps://example.org/,\r\n", csv(NodeFactory.createURI("https://example.org/")));
  }

  @Test
  void numbersAreNumbersInWorkbooks() throws IOException {
    assertTrue(workbook(number("1500.5", XSDDatatype.XSDdouble)).contains("<v>1500.5<"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "INF", "-INF"})
  void whatIsNoFiniteNumberIsTextInWorkbooks(String number) throws IOException {
    String book = workbook(number(number, XSDDatatype.XSDdouble));
    assertTrue(book.contains(number), book);
    assertFalse(book.contains("<v>" + number), book);
  }
}
