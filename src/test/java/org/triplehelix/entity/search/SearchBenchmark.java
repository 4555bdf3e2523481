package org.triplehelix.entity.search;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.entity.search.Name.Form;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;

/**
 * Measures how long an index takes to be made and asked: of this release, and of many names. Run
 * from the command line, see docs/performance.md.
 */
public final class SearchBenchmark {
  private static final int ORGANISATIONS = 120_000;
  private static final int ROUNDS = 200;

  private SearchBenchmark() {}

  public static void main(String[] args) {
    List<Named> here = NamedThings.of(ReleaseBuilder.build(Content.at(Path.of(""))));
    measure("release", here);
    measure("release again", here);
    measure(ORGANISATIONS + " organisations", many(here));
  }

  private static void measure(String what, List<Named> things) {
    long used = used();
    long start = processorTime();
    NameIndex index = new NameIndex(things);
    System.out.printf(
        "%s: %d things, built in %.0f ms, %.1f MB%n",
        what, things.size(), (processorTime() - start) / 1e6, (used() - used) / 1e6);
    for (String text :
        List.of(
            "u",
            "univ",
            "university of",
            "London",
            "伦敦",
            "科学",
            "kexue",
            "Cambrige",
            "institute national research")) {
      int found = 0;
      for (int i = 0; i < ROUNDS; i++) {
        found = index.search(text, thing -> true).size();
      }
      start = processorTime();
      for (int i = 0; i < ROUNDS; i++) {
        found = index.search(text, thing -> true).size();
      }
      System.out.printf(
          "  %-28s %6d found, %8.3f ms%n", text, found, (processorTime() - start) / 1e6 / ROUNDS);
    }
  }

  /** Of this thread, so that others who use the machine make no difference. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Names put together from the words and characters of those there are. */
  private static List<Named> many(List<Named> here) {
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    List<String> characters = new ArrayList<>();
    for (Named thing : here) {
      thing.preferred("en").ifPresent(name -> words.addAll(List.of(name.split(" "))));
      thing.preferred("zh").ifPresent(characters::add);
    }
    List<Named> many = new ArrayList<>();
    for (int i = 0; i < ORGANISATIONS; i++) {
      String en =
          words.get(random.nextInt(words.size()))
              + Integer.toString(i, 36)
              + " "
              + words.get(random.nextInt(words.size()))
              + " "
              + words.get(random.nextInt(words.size()))
              + " "
              + words.get(random.nextInt(words.size()));
      String zh = part(characters, random) + part(characters, random);
      many.add(
          new Named(
              NodeFactory.createURI("urn:x-" + i),
              Kind.THING,
              List.of(
                  new Name(en, "en", Form.PREFERRED),
                  new Name(zh, "zh", Form.PREFERRED),
                  new Name(en.toLowerCase().replace(' ', '-'), "", Form.IDENTIFIER)),
              List.of(),
              Set.of(),
              Map.of(),
              random.nextInt(50)));
    }
    return many;
  }

  private static String part(List<String> names, Random random) {
    String name = names.get(random.nextInt(names.size()));
    return name.substring(0, Math.min(6, name.length()));
  }
}
