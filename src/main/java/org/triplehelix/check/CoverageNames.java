package org.triplehelix.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.graph.Release;
import org.triplehelix.source.DocumentText;
import org.triplehelix.source.PassageText;
import org.triplehelix.source.Ranges.Range;
import org.triplehelix.vocab.Family;

/** The zh and en names and printed titles of all that a release describes. */
final class CoverageNames {
  private static final Set<Node> NAMES =
      Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), DCTerms.title.asNode());
  private static final Set<String> LANGUAGES = Set.of("zh", "en");
  private static final int SHORTEST = 2;

  private final Map<Node, Set<String>> namesOf = new HashMap<>();
  private final Map<String, Set<Node>> things = new TreeMap<>();

  CoverageNames(Release release) {
    for (Quad quad : release.quads()) {
      if (NAMES.contains(quad.getPredicate())
          && quad.getObject().isLiteral()
          && LANGUAGES.contains(quad.getObject().getLiteralLanguage())) {
        take(quad.getSubject(), DocumentText.bare(quad.getObject().getLiteralLexicalForm()));
      }
    }
  }

  private void take(Node subject, String name) {
    namesOf.computeIfAbsent(subject, s -> new LinkedHashSet<>()).add(name);
    if (Family.of(subject.getURI()).filter(f -> f == Family.ID).isPresent()
        && name.length() >= SHORTEST) {
      things.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(subject);
    }
  }

  /** The names of a thing, concept or source. */
  Set<String> of(Node subject) {
    return namesOf.getOrDefault(subject, Set.of());
  }

  /**
   * A name of the register in a passage.
   *
   * @param range where
   * @param name as printed
   * @param things what is called so
   */
  record Match(Range range, String name, Set<Node> things) {
    private boolean within(Match other) {
      return other.range.start() <= range.start()
          && range.end() <= other.range.end()
          && !range.equals(other.range);
    }
  }

  /** The names of things in a passage, none of them within a longer one. */
  List<Match> in(PassageText passage) {
    Map<Range, Match> all = new HashMap<>();
    things.forEach(
        (name, called) -> {
          for (Range range : passage.occurrencesOfName(name)) {
            String printed = passage.text().substring(range.start(), range.end());
            all.merge(range, new Match(range, printed, called), CoverageNames::both);
          }
        });
    List<Match> longest = new ArrayList<>(all.values());
    longest.removeIf(match -> all.values().stream().anyMatch(match::within));
    longest.sort((a, b) -> Integer.compare(a.range().start(), b.range().start()));
    return longest;
  }

  private static Match both(Match one, Match other) {
    Set<Node> things = new LinkedHashSet<>(one.things());
    things.addAll(other.things());
    return new Match(one.range(), one.name(), things);
  }
}
