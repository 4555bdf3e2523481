package org.triplehelix.vocab;

import java.util.Arrays;
import java.util.Optional;

/** A family of names under the project's base: one prefix, one path, no slash in a local name. */
public enum Family {
  ID("id", "id/"),
  FIGURE("figure", "figure/"),
  FACT("fact", "fact/"),
  LESSON("lesson", "lesson/"),
  CLAIM("claim", "claim/"),
  SHAPE("shape", "shape/"),
  SOURCE("source", "source/"),
  SECTOR("sector", "concept/sectors/"),
  TECHNOLOGY("technology", "concept/technologies/"),
  THEME("theme", "concept/themes/"),
  INDICATOR("indicator", "concept/indicators/"),
  INSTRUMENT("instrument", "concept/instruments/"),
  GROUP("group", "concept/groups/"),
  QUESTION("question", "question/"),
  GRAPH("graph", "graph/");

  /** What every name of the project starts with. */
  public static final String BASE = "https://w3id.org/triplehelix/";

  private final String prefix;
  private final String namespace;

  Family(String prefix, String path) {
    this.prefix = prefix;
    this.namespace = BASE + path;
  }

  /** The prefix without its colon. */
  public String prefix() {
    return prefix;
  }

  /** The namespace IRI. */
  public String namespace() {
    return namespace;
  }

  /** The family of an IRI, if it is of one. */
  public static Optional<Family> of(String iri) {
    return Arrays.stream(values()).filter(f -> iri.startsWith(f.namespace)).findFirst();
  }

  /** Whether names of this family are nodes: many-sided facts, each one claim as a whole. */
  public boolean ofNodes() {
    return this == FIGURE || this == FACT || this == LESSON;
  }

  /** Whether names of this family are SKOS concepts. */
  public boolean ofConcepts() {
    return namespace.startsWith(BASE + "concept/");
  }
}
