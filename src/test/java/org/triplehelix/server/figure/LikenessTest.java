package org.triplehelix.server.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.server.figure.Likeness.Traits;

/** When figures are like with like, and why they are not. */
class LikenessTest {
  private static final Traits ONE =
      new Traits("NUM", "2019", null, null, null, null, "Stated", "Exact", "Accepted");

  private static Traits with(String trait, String value) {
    return new Traits(
        trait.equals("unit") ? value : ONE.unit(),
        trait.equals("period") ? value : ONE.period(),
        trait.equals("scope") ? value : ONE.scope(),
        trait.equals("denominator") ? value : ONE.denominator(),
        trait.equals("condition") ? value : ONE.condition(),
        trait.equals("side") ? value : ONE.side(),
        trait.equals("modality") ? value : ONE.modality(),
        trait.equals("hedge") ? value : ONE.hedge(),
        trait.equals("doubted") ? value : ONE.status());
  }

  private static List<String> between(List<Traits> one, List<Traits> other) {
    return Likeness.differences(List.of(one, other)).stream().map(Likeness::label).toList();
  }

  @Test
  void likeWithLikeIsComparable() {
    assertEquals(List.of(), between(List.of(ONE), List.of(ONE)));
  }

  @ParameterizedTest
  @CsvSource({
    "unit, CCY_GBP",
    "period, 2020",
    "period, ",
    "scope, 全市",
    "denominator, id:world",
    "condition, 如有博士学位",
    "side, Public",
    "modality, Planned",
    "hedge, AtLeast",
    "doubted, Doubted"
  })
  void eachDifferenceIsTold(String trait, String value) {
    assertEquals(List.of(trait), between(List.of(ONE), List.of(with(trait, value))));
  }

  @Test
  void whatNobodyDatesIsNotTakenToBeOfOneTime() {
    Traits undated = with("period", null);
    assertEquals(List.of("period"), between(List.of(undated), List.of(undated)));
  }

  @Test
  void aMissingFigureIsNotZeroAndSeveralAreTold() {
    assertEquals(List.of("notStated"), between(List.of(ONE), List.of()));
    assertEquals(List.of("several"), between(List.of(ONE, ONE), List.of(ONE)));
  }
}
