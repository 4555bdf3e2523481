package org.triplehelix.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which part of a network is wanted. */
final class NetworkOptions {
  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "zh",
      description = "Language of the labels that tools show: zh or en. Default: ${DEFAULT-VALUE}.")
  String language;

  @Option(
      names = "--focus",
      paramLabel = "NAME",
      description = "Only what is near a thing, such as medcity.")
  private String focus;

  @Option(
      names = "--depth",
      paramLabel = "NUMBER",
      description = "How many edges away from it, 1 to 6. Default: 1.")
  private String depth;

  @Option(
      names = "--kinds",
      paramLabel = "KIND,…",
      description = "Only things of these kinds, such as place or company.")
  private String kinds;

  @Option(
      names = "--relations",
      paramLabel = "RELATION,…",
      description = "Only these relations, such as org:memberOf.")
  private String relations;

  @Option(
      names = "--source",
      paramLabel = "SOURCE,…",
      description = "Only what these documents say, such as london-beijing.")
  private String source;

  @Option(
      names = "--status",
      paramLabel = "STATUS,…",
      description =
          "Which claims make edges: accepted, doubted, rejected; stated, planned, recommended,"
              + " forecast, opinion, denied. Default: as the network says, mostly what is stated"
              + " and not rejected.")
  private String status;

  @Option(
      names = "--from",
      paramLabel = "YEAR|DAY",
      description = "Without what ended before; what has no date stays.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "YEAR|DAY",
      description = "Without what began after; what has no date stays.")
  private String to;

  /** What was given, by name. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("focus", focus);
    values.put("depth", depth);
    values.put("kinds", kinds);
    values.put("relations", relations);
    values.put("source", source);
    values.put("status", status);
    values.put("from", from);
    values.put("to", to);
    values.values().removeIf(value -> value == null);
    return values;
  }
}
