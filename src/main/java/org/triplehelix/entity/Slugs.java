package org.triplehelix.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Genid;
import org.triplehelix.vocab.Prefixes;

/** The project's names in a release, found as people write them: whole, with prefix, or short. */
public final class Slugs {
  /** Of what is compared: longer texts are no mistyped names. */
  private static final int LONGEST = 200;

  private static final int NEAR = 5;

  private final Prefixes prefixes;
  private final Set<Node> known = new HashSet<>();
  private final Map<String, List<Node>> byLastPart = new TreeMap<>();

  /** The names in a release: whatever has a type. */
  public Slugs(Release release) {
    prefixes = release.prefixes();
    release.quads().forEach(this::take);
  }

  private void take(Quad quad) {
    Node name = quad.getSubject();
    if (quad.getPredicate().equals(RDF.Nodes.type)
        && name.isURI()
        && name.getURI().startsWith(Family.BASE)
        && !Genid.isNameless(name)
        && known.add(name)) {
      byLastPart.computeIfAbsent(of(name), part -> new ArrayList<>()).add(name);
    }
  }

  /** The last part of a name. */
  public static String of(Node name) {
    String iri = name.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }

  /** The last part of what people write: of an IRI, a path, or a name with prefix. */
  public static String lastPart(String text) {
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
  }

  /**
   * What a text names; empty if that is nothing of the release. IRIs of others are as they are.
   *
   * @param text an IRI, a name with prefix, a path below the base, or the last part alone
   * @param namespace in which the last part is looked for first; elsewhere it must be the only one
   */
  public Optional<Node> find(String text, String namespace) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> whole = prefixes.expand(text).map(NodeFactory::createURI);
    if (whole.isPresent()) {
      return whole.filter(name -> !name.getURI().startsWith(Family.BASE) || known.contains(name));
    }
    for (String start : List.of(namespace, Family.BASE)) {
      Node name = NodeFactory.createURI(start + text);
      if (known.contains(name)) {
        return Optional.of(name);
      }
    }
    List<Node> candidates = byLastPart.getOrDefault(text, List.of());
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /**
   * The names of a namespace that are most like a text, more than half of it: first those of which
   * it is a part.
   */
  public List<String> near(String text, String namespace) {
    String part = lastPart(text);
    if (part.length() > LONGEST) {
      return List.of();
    }
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    Comparator<String> order =
        Comparator.comparing((String slug) -> part.isEmpty() || !slug.contains(part))
            .thenComparing(slug -> distance.apply(slug, part));
    return byLastPart.keySet().stream()
        .filter(slug -> !slug.isEmpty())
        .filter(slug -> known.contains(NodeFactory.createURI(namespace + slug)))
        .filter(slug -> isLike(slug, part, distance))
        .sorted(order)
        .limit(NEAR)
        .toList();
  }

  private static boolean isLike(String slug, String part, LevenshteinDistance distance) {
    return slug.contains(part) || 2 * distance.apply(slug, part) < part.length();
  }
}
