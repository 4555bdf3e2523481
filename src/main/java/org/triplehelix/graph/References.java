package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.ParsedFile.Occurrence;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.source.InputProblem;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Nearest;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/**
 * Finds names of ours that nothing defines: terms, things, concepts, nodes, claims, passages. A
 * name is defined where it has a type, or where it names a claim.
 */
final class References {
  private static final int FAR = 5;
  private static final Pattern VERSION =
      Pattern.compile(Pattern.quote(TH.ONTOLOGY.getURI()) + "/\\d+\\.\\d+\\.\\d+");

  private final Set<String> defined = new HashSet<>();
  private final Set<Role> broken = EnumSet.noneOf(Role.class);
  private final Prefixes prefixes;

  private References(Prefixes prefixes) {
    this.prefixes = prefixes;
  }

  /** All occurrences of names that are not defined in any of the files. */
  static List<InputProblem> undefined(List<ParsedFile> files, Prefixes prefixes) {
    References references = new References(prefixes);
    references.defined.add(TH.ONTOLOGY.getURI());
    for (ParsedFile file : files) {
      file.statements().forEach(references::define);
      if (!file.whole()) {
        references.broken.add(file.item().role());
      }
    }
    List<InputProblem> problems = new ArrayList<>();
    for (ParsedFile file : files) {
      for (Occurrence occurrence : file.occurrences()) {
        references.problem(occurrence).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private void define(Statement statement) {
    Node subject = statement.triple().getSubject();
    Node predicate = statement.triple().getPredicate();
    if (subject.isURI()
        && (predicate.equals(RDF.Nodes.type) || predicate.equals(ParsedFile.REIFIES))) {
      defined.add(subject.getURI());
    }
  }

  private Optional<InputProblem> problem(Occurrence occurrence) {
    String iri = occurrence.iri().getURI();
    if (!iri.startsWith(Family.BASE)
        || defined.contains(iri)
        || needsNoDefinition(iri)
        || maybeDefinedInABrokenFile(iri)) {
      return Optional.empty();
    }
    return Optional.of(
        new InputProblem(
            occurrence.position(), prefixes.abbreviate(iri) + " is not defined", remedy(iri)));
  }

  /** After a syntax error the rest of a file is unknown: what it defines would seem missing. */
  private boolean maybeDefinedInABrokenFile(String iri) {
    return !broken.isEmpty() && homes(iri).stream().anyMatch(broken::contains);
  }

  private static Set<Role> homes(String iri) {
    if (iri.startsWith(TH.NS)) {
      return Set.of(Role.ONTOLOGY, Role.ALIGNMENT);
    }
    Optional<Family> family = Family.of(iri);
    if (family.isEmpty()) {
      return Set.of();
    }
    return switch (family.get()) {
      case ID -> Set.of(Role.REGISTER);
      case SOURCE -> Set.of(Role.SOURCE);
      case FIGURE, FACT, LESSON, CLAIM -> Set.of(Role.READING, Role.CURATION);
      default -> Set.of(Role.SCHEME);
    };
  }

  private static boolean needsNoDefinition(String iri) {
    return Family.of(iri).filter(f -> f == Family.GRAPH || f.namespace().equals(iri)).isPresent()
        || iri.equals(Family.BASE)
        || iri.equals(TH.NS)
        || VERSION.matcher(iri).matches()
        || Arrays.stream(Family.values())
            .anyMatch(f -> f.ofConcepts() && f.namespace().equals(iri + "/"));
  }

  private String remedy(String iri) {
    String where =
        iri.startsWith(TH.NS)
            ? "declare it in ontology/"
            : Family.of(iri).map(References::home).orElse("use one of the project's families");
    return nearest(iri)
        .map(near -> "did you mean " + prefixes.abbreviate(near) + "? Otherwise " + where)
        .orElse(where);
  }

  private static String home(Family family) {
    return switch (family) {
      case ID -> "give it an entry in data/register/";
      case SOURCE -> "declare the passage, section or source in seeds/";
      case QUESTION -> "name a file of ontology/questions/";
      case SHAPE -> "declare it a sh:NodeShape or sh:PropertyShape in ontology/shapes/";
      case CLAIM -> "name the triple in its passage with ~";
      case FIGURE, FACT, LESSON -> "describe the node, with its type, in its passage";
      default -> "add the concept to its scheme in ontology/schemes/";
    };
  }

  private Optional<String> nearest(String iri) {
    int slash = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    String namespace = iri.substring(0, slash);
    int limit = Math.min(FAR, 1 + (iri.length() - slash) / 4);
    List<String> there =
        defined.stream()
            .filter(d -> d.startsWith(namespace) && d.indexOf('/', slash) < 0)
            .sorted()
            .toList();
    return Nearest.within(limit, iri, there);
  }
}
