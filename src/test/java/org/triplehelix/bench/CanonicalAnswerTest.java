package org.triplehelix.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.triplehelix.bench.BenchQuery.Form;
import org.triplehelix.bench.Candidate.Endpoint;

/** Answers are the same when they mean the same, and a single wrong row is noticed. */
class CanonicalAnswerTest {
  private static final String ONE = "{'x': {'type': 'literal', 'value': '一', 'xml:lang': 'zh'}}";
  private static final String TWO = "{'x': {'type': 'literal', 'value': '二', 'xml:lang': 'zh'}}";
  private static final String TWO_PLAIN = "{'x': {'type': 'literal', 'value': '二'}}";
  private static final String UNBOUND = "{}";

  @Test
  void orderSaysNothingUnlessAskedFor() {
    assertSame(Form.ROWS, rows(ONE, TWO), rows(TWO, ONE));
    assertDiffers(
        "the same rows in another order", Form.ORDERED_ROWS, rows(ONE, TWO), rows(TWO, ONE));
  }

  @Test
  void spacesSayNothing() {
    assertSame(Form.ROWS, rows(ONE, TWO), rows(ONE, TWO).replace(",", " ,\n  "));
  }

  @Test
  void wrongRowIsNoticed() {
    assertDiffers(
        "1 rows are missing [\"二\"@zh\t], 1 are more [\"二\"\t]",
        Form.ROWS,
        rows(ONE, TWO),
        rows(ONE, TWO_PLAIN));
    assertDiffers(
        "1 rows are missing [\"二\"@zh\t], 0 are more []", Form.ROWS, rows(ONE, TWO), rows(ONE));
    assertDiffers(
        "0 rows are missing [], 1 are more [\"一\"@zh\t]", Form.ROWS, rows(ONE), rows(ONE, ONE));
    assertDiffers(
        "1 rows are missing [\"一\"@zh\t], 1 are more [\t]", Form.ROWS, rows(ONE), rows(UNBOUND));
  }

  @Test
  void otherVariableIsNoticed() {
    assertDiffers(
        "1 rows are missing [[?x]], 1 are more [[?y]]",
        Form.ROWS,
        rows(),
        rows().replace('x', 'y'));
  }

  @Test
  void truthIsCompared() {
    String yes = "{\"head\": {}, \"boolean\": true}";
    String no = "{\"head\": {}, \"boolean\": false}";
    assertSame(Form.TRUTH, yes, yes);
    assertDiffers("1 rows are missing [true], 1 are more [false]", Form.TRUTH, yes, no);
  }

  @Test
  void triplesAreComparedInAnyOrder() {
    String first = "<x:a> <x:b> \"一\" .\n";
    String second = "<x:a> <x:b> \"\\u4E8C\" .\n";
    assertSame(Form.GRAPH, first + second, "<x:a> <x:b> \"二\" .\n" + first);
    assertTrue(difference(Form.GRAPH, first + second, first).isPresent());
  }

  @Test
  void benchmarkEndsAtTheFirstDifference() {
    BenchQuery query = new BenchQuery("…", "SELECT …", Form.ROWS);
    Answers answers = new Answers();
    answers.take(server("first", true), query, bytes(rows(ONE, TWO)));
    answers.take(server("first", true), query, bytes(rows(ONE, TWO)));
    assertEquals(0, answers.compared());
    answers.take(server("second", true), query, bytes(rows(TWO, ONE)));
    assertEquals(1, answers.compared());
    String told =
        assertThrows(
                IllegalStateException.class,
                () -> answers.take(server("second", true), query, bytes(rows(ONE))))
            .getMessage();
    assertTrue(told.startsWith("second answers otherwise than first: 1 rows are missing"), told);
  }

  private static Candidate server(String name, boolean describesAlike) {
    return new Candidate(
        name,
        new Endpoint("/", "", describesAlike),
        port -> List.of(),
        Candidate.Loading.BY_ITSELF);
  }

  private static void assertSame(Form form, String one, String other) {
    assertEquals(Optional.empty(), difference(form, one, other));
  }

  private static void assertDiffers(String difference, Form form, String one, String other) {
    assertEquals(Optional.of(difference), difference(form, one, other));
  }

  private static Optional<String> difference(Form form, String one, String other) {
    BenchQuery query = new BenchQuery("…", "", form);
    return CanonicalAnswer.of(query, bytes(one))
        .difference(CanonicalAnswer.of(query, bytes(other)));
  }

  private static String rows(String... rows) {
    return ("{'head': {'vars': ['x']}, 'results': {'bindings': ["
            + Arrays.stream(rows).collect(Collectors.joining(","))
            + "]}}")
        .replace('\'', '"');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
