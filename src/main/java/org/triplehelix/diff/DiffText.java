package org.triplehelix.diff;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.diff.Change.Kind;
import org.triplehelix.diff.DiffReport.Entry;
import org.triplehelix.entity.Names;
import org.triplehelix.vocab.Prefixes;

/** Writes a difference for people to read. */
public final class DiffText {
  private static final int NAME_LENGTH = 80;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private final ReleaseDiff diff;
  private final DiffReport report;
  private final Names before;
  private final Names after;
  private final Prefixes prefixes;
  private final PrefixMap prefixMap;
  private final Style style;

  /** How the difference is shown. */
  public record Style(boolean colours, boolean inferred) {}

  private enum Colour {
    BOLD(1),
    RED(31),
    GREEN(32),
    YELLOW(33);

    private final int code;

    Colour(int code) {
      this.code = code;
    }
  }

  /** A text of a difference. */
  public DiffText(ReleaseDiff diff, DiffReport report, Style style) {
    this.diff = diff;
    this.report = report;
    this.style = style;
    before = new Names(diff.before());
    after = new Names(diff.after());
    prefixes = diff.before().prefixes().with(diff.after().prefixes().map());
    prefixMap = prefixes.toPrefixMap();
  }

  /** Writes all of it. */
  public void write(PrintWriter out) {
    if (report.entries().isEmpty()) {
      out.println("No difference: both are release " + diff.after().shortHash() + ".");
      return;
    }
    String total = total();
    out.println(total);
    entries(out);
    out.println();
    report.counts().forEach((area, counts) -> out.println(count(area.title(), counts)));
    out.println(total);
  }

  private String total() {
    Map<Boolean, Map<Kind, Integer>> sums =
        report.entries().stream()
            .collect(
                Collectors.partitioningBy(
                    entry -> entry.area().follows(),
                    Collectors.groupingBy(e -> e.change().kind(), Collectors.summingInt(e -> 1))));
    String written =
        count(diff.before().shortHash() + " → " + diff.after().shortHash(), sums.get(false));
    if (sums.get(true).isEmpty()) {
      return written;
    }
    return written
        + "\n"
        + count("What follows from it", sums.get(true))
        + (style.inferred() ? "" : " (--inferred lists it)");
  }

  private static String count(String what, Map<Kind, Integer> counts) {
    return String.format(
        Locale.ROOT,
        "%s: %,d changed, %,d added, %,d removed",
        what,
        counts.getOrDefault(Kind.CHANGED, 0),
        counts.getOrDefault(Kind.ADDED, 0),
        counts.getOrDefault(Kind.REMOVED, 0));
  }

  private void entries(PrintWriter out) {
    Entry last = null;
    for (Entry entry : report.entries()) {
      if (!entry.area().follows() || style.inferred()) {
        headings(out, last, entry);
        out.println(indent(entry) + line(entry.change()));
        last = entry;
      }
    }
  }

  private void headings(PrintWriter out, Entry last, Entry entry) {
    boolean area = last == null || last.area() != entry.area();
    boolean passage = area || !last.passage().equals(entry.passage());
    Node subject = entry.change().subject();
    if (area) {
      out.println();
      out.println(coloured(Colour.BOLD, entry.area().title()));
    }
    if (passage) {
      entry.passage().ifPresent(p -> out.println("  " + heading(p)));
    }
    boolean thing = passage || !last.change().subject().equals(subject);
    if (thing && !aboutPassage(entry)) {
      out.println((entry.passage().isPresent() ? "    " : "  ") + heading(subject));
    }
  }

  private static boolean aboutPassage(Entry entry) {
    return entry.passage().equals(Optional.of(entry.change().subject()));
  }

  private static String indent(Entry entry) {
    return entry.passage().isPresent() && !aboutPassage(entry) ? "      " : "    ";
  }

  private String heading(Node thing) {
    String fate =
        switch (report.fate(thing)) {
          case NEW -> coloured(Colour.GREEN, " (new)");
          case GONE -> coloured(Colour.RED, " (gone)");
          case KEPT -> "";
        };
    String name = claimed(thing).or(() -> name(thing)).map(n -> "  " + n).orElse("");
    return coloured(Colour.BOLD, term(thing)) + fate + name;
  }

  private String line(Change change) {
    String predicate = change.predicate().equals(RDF.Nodes.type) ? "a" : term(change.predicate());
    return switch (change.kind()) {
      case ADDED -> coloured(Colour.GREEN, "+ " + predicate + " " + value(change.added()));
      case REMOVED -> coloured(Colour.RED, "- " + predicate + " " + value(change.removed()));
      case CHANGED ->
          coloured(Colour.YELLOW, "~ ")
              + predicate
              + " "
              + coloured(Colour.RED, value(change.removed()))
              + " → "
              + coloured(Colour.GREEN, value(change.added()));
    };
  }

  private String value(Quad quad) {
    Node object = quad.getObject();
    return term(object) + name(object).map(name -> " (" + name + ")").orElse("");
  }

  /** As it is now, or as it was. */
  private Optional<String> name(Node thing) {
    return after.of(thing).or(() -> before.of(thing)).map(DiffText::shortened).map(DiffText::plain);
  }

  private Optional<String> claimed(Node claim) {
    return after
        .claimed(claim)
        .or(() -> before.claimed(claim))
        .map(parts -> parts.stream().map(this::term).collect(Collectors.joining(" ")));
  }

  private String term(Node node) {
    return plain(
        node.isURI() ? prefixes.abbreviate(node.getURI()) : NodeFmtLib.str(node, prefixMap));
  }

  private static String shortened(String name) {
    int[] points = name.codePoints().toArray();
    return points.length <= NAME_LENGTH
        ? name
        : new String(Arrays.copyOf(points, NAME_LENGTH), 0, NAME_LENGTH) + "…";
  }

  /** Without the characters that command a terminal. */
  private static String plain(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(c -> String.format(Locale.ROOT, "\\\\u%04X", (int) c.group().charAt(0)));
  }

  private String coloured(Colour colour, String text) {
    return style.colours() ? "\u001B[" + colour.code + "m" + text + "\u001B[0m" : text;
  }
}
