package org.triplehelix.server.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Whether figures of one indicator, category and measure are like with like, and why not. Nothing
 * is converted: what differs is told.
 */
public enum Likeness {
  NOT_STATED("notStated", "至少一方未给出数字。", "At least one side gives no figure."),
  SEVERAL("several", "至少一方有多个数字。", "At least one side has several figures."),
  UNIT("unit", "单位不同。", "The units differ."),
  PERIOD("period", "时间不同，或未都写明。", "The times differ, or are not stated for all."),
  SCOPE("scope", "范围不同，或未都写明。", "The scopes differ, or are not stated for all."),
  DENOMINATOR("denominator", "分母不同，或未都写明。", "The denominators differ, or are not stated for all."),
  CONDITION("condition", "附有不同条件。", "They hold under different conditions."),
  SIDE("side", "资金来源（公共、私人）不同。", "Public and private money differ."),
  MODALITY("modality", "事实与目标、预测或看法并列。", "What is, is planned, forecast or held differ."),
  HEDGE("hedge", "限定语不同。", "The hedges differ."),
  DOUBTED("doubted", "至少一个数字存疑。", "At least one figure is doubted.");

  private final String label;
  private final String chinese;
  private final String english;

  Likeness(String label, String chinese, String english) {
    this.label = label;
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * By what a figure is like another; null where it is not stated.
   *
   * @param unit in which it is said
   * @param period of which it is
   * @param scope its note
   * @param denominator of a share or ratio
   * @param condition under which it holds
   * @param side public or private
   * @param modality Stated, Planned …
   * @param hedge Exact, About …
   * @param status Accepted or Doubted
   */
  public record Traits(
      String unit,
      String period,
      String scope,
      String denominator,
      String condition,
      String side,
      String modality,
      String hedge,
      String status) {}

  /** How it is called in answers. */
  public String label() {
    return label;
  }

  /** What differs, for people. */
  public String text(String language) {
    return language.equals("zh") ? chinese : english;
  }

  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", label);
    json.put("zh", chinese);
    json.put("en", english);
    return json;
  }

  /**
   * Why figures are not like with like; empty if they are.
   *
   * @param cells the figures of each side
   */
  public static List<Likeness> differences(List<List<Traits>> cells) {
    List<Traits> all = cells.stream().flatMap(List::stream).toList();
    List<Likeness> differences = new ArrayList<>();
    add(differences, NOT_STATED, cells.stream().anyMatch(List::isEmpty));
    add(differences, SEVERAL, cells.stream().anyMatch(cell -> cell.size() > 1));
    if (cells.stream().filter(cell -> !cell.isEmpty()).count() > 1) {
      add(differences, UNIT, differ(all, Traits::unit));
      boolean timeless = all.stream().map(Traits::period).anyMatch(Objects::isNull);
      add(differences, PERIOD, timeless || differ(all, Traits::period));
      add(differences, SCOPE, differ(all, Traits::scope));
      add(differences, DENOMINATOR, differ(all, Traits::denominator));
      add(differences, CONDITION, differ(all, Traits::condition));
      add(differences, SIDE, differ(all, Traits::side));
      add(differences, MODALITY, differ(all, Traits::modality));
      add(differences, HEDGE, differ(all, Traits::hedge));
    }
    add(differences, DOUBTED, all.stream().anyMatch(t -> "Doubted".equals(t.status())));
    return differences;
  }

  private static void add(List<Likeness> differences, Likeness one, boolean holds) {
    if (holds) {
      differences.add(one);
    }
  }

  private static boolean differ(List<Traits> all, Function<Traits, String> trait) {
    return all.stream().map(trait).distinct().count() > 1;
  }
}
