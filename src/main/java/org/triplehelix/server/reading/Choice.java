package org.triplehelix.server.reading;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * A choice by which a page is narrowed.
 *
 * @param name of the parameter
 * @param label what it is about
 * @param options the most frequent first
 * @param chosen the value; empty for all
 */
public record Choice(String name, String label, List<Option> options, String chosen) {

  /** A value with its name, and how many have it. */
  public record Option(String value, String text, long count) {}

  /**
   * A choice among the things that others have.
   *
   * @throws Problem if something else is chosen
   */
  static Choice of(String name, String chosen, Stream<Ref> things, Frame frame) {
    Map<String, Option> options = new LinkedHashMap<>();
    things.forEach(
        thing ->
            options.merge(
                thing.slug(),
                new Option(thing.slug(), thing.text(), 1),
                (a, b) -> new Option(a.value(), a.text(), a.count() + 1)));
    if (!chosen.isEmpty() && !options.containsKey(chosen)) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "There is nothing with " + name + "=" + chosen + " here.",
              "Take one of those known, or leave it out.")
          .with("known", List.copyOf(options.keySet()));
    }
    return new Choice(
        name,
        frame.text("choice." + name),
        options.values().stream()
            .sorted(Comparator.comparing(Option::count).reversed().thenComparing(Option::text))
            .toList(),
        chosen);
  }

  /** A title with what is chosen. */
  static String title(String title, List<Choice> choices) {
    return Stream.concat(
            Stream.of(title),
            choices.stream()
                .flatMap(
                    choice -> choice.options.stream().filter(o -> o.value.equals(choice.chosen)))
                .map(Option::text))
        .collect(Collectors.joining(" · "));
  }

  /** Whether one of some things is chosen, or none need be. */
  boolean admits(List<Ref> things) {
    return chosen.isEmpty() || things.stream().anyMatch(thing -> thing.slug().equals(chosen));
  }
}
