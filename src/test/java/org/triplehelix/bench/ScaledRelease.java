package org.triplehelix.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;

/**
 * A release and copies of what it tells of: things, sources, passages, claims, figures, facts. Each
 * copy has names of its own, and texts put together from the release's words. What they share is
 * the ontology and the concepts. The same seed gives the same copies.
 */
final class ScaledRelease {
  private static final Set<Family> COPIED =
      Set.of(Family.ID, Family.FIGURE, Family.FACT, Family.LESSON, Family.CLAIM, Family.SOURCE);

  /** How many characters a word has where words are not parted. */
  private static final int UNPARTED = 2;

  private final List<Quad> quads;
  private final List<Quad> copied;
  private final Map<String, List<String>> words = new HashMap<>();
  private final long seed;

  ScaledRelease(Release release, long seed) {
    this.quads = release.asked();
    this.copied = quads.stream().filter(quad -> isCopied(quad.getSubject())).toList();
    this.seed = seed;
    Map<String, Set<String>> found = new HashMap<>();
    copied.stream()
        .map(Quad::getObject)
        .filter(ScaledRelease::isText)
        .forEach(
            text ->
                found
                    .computeIfAbsent(text.getLiteralLanguage(), l -> new TreeSet<>())
                    .addAll(parts(text)));
    found.forEach((language, all) -> words.put(language, List.copyOf(all)));
  }

  /** The release and as many copies as make a number of statements, the last one whole. */
  Stream<Quad> statements(long least) {
    int copies = (int) Math.max(0, Math.ceil((double) (least - quads.size()) / copied.size()));
    return Stream.concat(
        quads.stream(), IntStream.rangeClosed(1, copies).boxed().flatMap(this::copy));
  }

  private Stream<Quad> copy(int number) {
    return copied.stream()
        .map(
            quad ->
                Quad.create(
                    copy(quad.getGraph(), number),
                    copy(quad.getSubject(), number),
                    quad.getPredicate(),
                    copy(quad.getObject(), number)));
  }

  private Node copy(Node node, int number) {
    if (isCopied(node)) {
      return NodeFactory.createURI(node.getURI() + "-" + number);
    }
    return isText(node) ? text(node, number) : node;
  }

  private static boolean isCopied(Node node) {
    return node.isURI() && Family.of(node.getURI()).filter(COPIED::contains).isPresent();
  }

  private static boolean isText(Node node) {
    return node.isLiteral() && !node.getLiteralLanguage().isEmpty();
  }

  /** As many words of the same language; the same wherever the text stands. */
  private Node text(Node text, int number) {
    String language = text.getLiteralLanguage();
    List<String> pool = words.get(language);
    Random random = new Random(seed * 31 + number * 0x9E3779B97F4A7C15L + text.hashCode());
    List<String> drawn =
        parts(text).stream().map(part -> pool.get(random.nextInt(pool.size()))).toList();
    return NodeFactory.createLiteralLang(
        String.join(isParted(language) ? " " : "", drawn), language);
  }

  private static boolean isParted(String language) {
    return !language.startsWith("zh");
  }

  private static List<String> parts(Node text) {
    String form = text.getLiteralLexicalForm();
    if (isParted(text.getLiteralLanguage())) {
      return List.of(form.split(" "));
    }
    List<String> parts = new ArrayList<>();
    for (int start = 0; start < form.length(); start += UNPARTED) {
      parts.add(form.substring(start, Math.min(form.length(), start + UNPARTED)));
    }
    return parts;
  }
}
