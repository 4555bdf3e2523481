package org.triplehelix.source;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.triplehelix.vocab.Family;

/**
 * A drafted seed file in Turtle: what the program can know of a document; the rest is a person's.
 *
 * @param source the source's name
 * @param prefix the prefix of its passages
 * @param fileName the document's file
 * @param document its text
 */
public record SeedDraft(String source, String prefix, String fileName, DocumentText document) {
  private static final int MINIMUM_DIGITS = 3;

  /** The whole file. */
  public String turtle() {
    Segmenter.Draft draft = Segmenter.draft(document);
    StringJoiner blocks = new StringJoiner("\n", prefixes() + "\n", "");
    blocks.add(bibliography());
    draft.sections().forEach(section -> blocks.add(section(section)));
    int digits = Math.max(MINIMUM_DIGITS, Integer.toString(draft.passages().size()).length());
    int number = 0;
    for (Segmenter.Passage passage : draft.passages()) {
      blocks.add(passage(("s%0" + digits + "d").formatted(++number), passage));
    }
    return blocks.toString();
  }

  private String prefixes() {
    Map<String, String> prefixes = new TreeMap<>();
    prefixes.put("dcterms", "http://purl.org/dc/terms/");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("source", Family.SOURCE.namespace());
    prefixes.put("th", Family.BASE + "ontology#");
    prefixes.put(prefix, Family.SOURCE.namespace() + source + "/");
    StringBuilder lines = new StringBuilder();
    prefixes.forEach((name, iri) -> lines.append("PREFIX %s: <%s>\n".formatted(name, iri)));
    return lines.toString();
  }

  private String bibliography() {
    return block(
        "source:" + source,
        "th:Source",
        Stream.of(
            "dcterms:language \"zh\"",
            "th:fileDigest " + literal(document.fileDigest()),
            "th:fileName " + literal(fileName),
            "th:sourcePrefix " + literal(prefix)));
  }

  private String section(SectionDraft section) {
    return block(
        prefix + ":" + section.name(),
        "th:Section",
        Stream.of(
            partOf(section.parent().map(p -> prefix + ":" + p).orElse("source:" + source)),
            section
                .title()
                .map(title -> "dcterms:title " + literal(title) + "@zh")
                .orElse("skos:prefLabel \"开头\"@zh , \"Opening\"@en"),
            "th:position " + section.position()));
  }

  private String passage(String name, Segmenter.Passage passage) {
    return block(
        prefix + ":" + name,
        "th:Passage",
        Stream.of(
            partOf(prefix + ":" + passage.section()),
            "th:digest " + literal(document.digest(passage.ranges()).orElseThrow()),
            "th:ranges " + literal(passage.ranges().toString())));
  }

  private static String partOf(String whole) {
    return "dcterms:isPartOf " + whole;
  }

  private static String block(String subject, String type, Stream<String> rows) {
    StringBuilder block = new StringBuilder(subject).append("\n    a ").append(type).append(" ;\n");
    rows.forEach(row -> block.append("    ").append(row).append(" ;\n"));
    return block.append("    .\n").toString();
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
