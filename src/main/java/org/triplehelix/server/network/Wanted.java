package org.triplehelix.server.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.triplehelix.entity.Slugs;
import org.triplehelix.network.Choice;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.Networks;
import org.triplehelix.network.Selection;
import org.triplehelix.network.UnknownChoiceException;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.vocab.Family;

/**
 * The part of a network that a request names.
 *
 * @param view of the network
 * @param values of the parameters, as they are given; without those that are empty
 * @param selection what they mean
 */
record Wanted(NetworkView view, Map<String, String> values, Selection selection) {

  /**
   * What a call wants of a network.
   *
   * @throws Problem at the first parameter that cannot be used
   */
  static Wanted of(NetworkView view, Call call, Knowledge knowledge) {
    Map<String, String> values = values(call);
    Map<String, String> read = new LinkedHashMap<>(values);
    read.computeIfPresent(
        "focus", (name, text) -> knowledge.meant(text).map(Slugs::of).orElse(text));
    Networks networks = knowledge.site().networks().get();
    try {
      return new Wanted(view, values, new Choice(read, networks, knowledge.slugs()).of(view));
    } catch (BadInputException e) {
      throw problem(e, values, knowledge);
    }
  }

  private static Map<String, String> values(Call call) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : Choice.NAMES) {
      String given =
          call.all(name).stream()
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(","));
      if (!given.isEmpty()) {
        values.put(name, given);
      }
    }
    return values;
  }

  private static Problem problem(
      BadInputException why, Map<String, String> values, Knowledge knowledge) {
    InputProblem fault = why.problems().get(0);
    String name = fault.position().toString();
    String remedy = fault.remedy();
    Problem problem =
        new Problem(
                Problem.Kind.BAD_REQUEST,
                name + " " + fault.what() + ".",
                Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1) + ".")
            .with("parameter", name);
    if (name.equals("focus")) {
      return problem.with("near", knowledge.nearSlugs(values.get(name), Family.ID.namespace()));
    }
    return why instanceof UnknownChoiceException unknown
        ? problem.with("near", unknown.near())
        : problem;
  }

  /** The parameters as an address has them; empty if there are none. */
  String query() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + Address.encodedValue(value.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Whether it is all that the view shows. */
  boolean isWhole() {
    return selection.equals(Selection.of(view));
  }

  /** What is given for a parameter that takes several. */
  List<String> given(String name) {
    return List.of(values.getOrDefault(name, "").split(","));
  }

  /** The path of the page, or of a file if an extension is given. */
  String path(String extension) {
    String path =
        NetworkRoutes.PATH + "/" + view.name() + (extension.isEmpty() ? "" : "." + extension);
    return values.isEmpty() ? path : path + "?" + query();
  }
}
