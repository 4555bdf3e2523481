package org.triplehelix.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triplehelix.graph.Content.Item;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.source.Position;

/** The style of one hand-written Turtle or TriG file, so that an addition is a one-line diff. */
final class StyleCheck {
  static final String CHARACTERS = "style-characters";
  static final String PREFIXES = "style-prefixes";
  static final String LAYOUT = "style-layout";
  static final String SUBJECT_ORDER = "style-subject-order";
  static final String PREDICATE_ORDER = "style-predicate-order";
  static final String GRAPH_ORDER = "style-graph-order";
  static final String LENGTH = "style-length";

  /** All rules of style by name. */
  static final List<String> NAMES =
      List.of(CHARACTERS, PREFIXES, LAYOUT, SUBJECT_ORDER, PREDICATE_ORDER, GRAPH_ORDER, LENGTH);

  private static final int MAX_REGISTER_LINES = 999;
  private static final int STEP = 4;
  private static final int TAIL = 9;
  private static final Set<Role> SORTED =
      EnumSet.of(
          Role.ONTOLOGY,
          Role.ALIGNMENT,
          Role.SCHEME,
          Role.SHAPE,
          Role.REGISTER,
          Role.IDENTITY,
          Role.CURATION,
          Role.READING);

  /** Where OWL's nameless classes, properties and restrictions stand. */
  private static final Set<Role> EXPRESSIVE = EnumSet.of(Role.ONTOLOGY, Role.ALIGNMENT);

  private static final Pattern GRAPH = Pattern.compile("(\\S+) \\{");
  private static final Pattern SUBJECT = Pattern.compile("<<.*>>|[^\\s;,.]\\S*");

  /** Among them a path of SHACL, which must be a blank node. */
  private static final Pattern CLOSED =
      Pattern.compile(
          "\\{\\|[^{}]*\\|}|\\([^()]*\\)|<<[^<>]*>>|<[^<>\\s]*>|\\[ sh:\\w+Path \\S+ ]");

  private static final Pattern EXPRESSION = Pattern.compile("\\[[^\\[\\]]*]");
  private static final Pattern TRAILING = Pattern.compile("[ \\t\\r]+$");

  /** These come first, in this order, where a subject has them; all others are sorted. */
  private static final Map<String, Integer> HEAD =
      Map.of("a", 0, "rdfs:label", 1, "skos:prefLabel", 1, "skos:definition", 3);

  /** These may stand in the head, where they name and describe as label and definition do. */
  private static final Map<String, Integer> TITLES =
      Map.of("dcterms:title", 1, "dcterms:description", 3);

  private final Item item;
  private final ToIntFunction<String> start;
  private final List<Finding> findings = new ArrayList<>();
  private PrefixLines prefixes;

  private final Set<String> graphs = new HashSet<>();
  private String lastGraph;
  private boolean inGraph;
  private String subject;
  private String lastSubject = "";
  private String lastPredicate = "";
  private boolean continued;

  private StyleCheck(Item item, ToIntFunction<String> start) {
    this.item = item;
    this.start = start;
  }

  /**
   * What is wrong with the style of a file.
   *
   * @param start where the passage of that IRI begins in its document
   */
  static List<Finding> of(Item item, ToIntFunction<String> start) {
    StyleCheck check = new StyleCheck(item, start);
    check.run(item.text());
    return check.findings;
  }

  private void run(String text) {
    List<SourceLine> lines = SourceLine.lines(text);
    characters(text, lines);
    prefixes = PrefixLines.read(item.name(), lines);
    prefixes.problems().forEach(p -> findings.add(Finding.of(p, PREFIXES)));
    for (SourceLine line : lines) {
      if (!line.isEmpty() && !PrefixLines.isPrefix(line)) {
        statement(line);
      }
    }
    if (item.role() == Role.REGISTER && lines.size() > MAX_REGISTER_LINES) {
      SourceLine last = lines.get(lines.size() - 1);
      report(
          last, LENGTH, "the file has " + lines.size() + " lines", "split it before 1,000 lines");
    }
  }

  private void characters(String text, List<SourceLine> lines) {
    for (SourceLine line : lines) {
      Matcher trailing = TRAILING.matcher(line.text());
      if (trailing.find()) {
        report(line, trailing.start(), CHARACTERS, "white space ends the line", "delete it");
      } else if (line.text().indexOf('\t') >= 0) {
        int at = line.text().indexOf('\t');
        report(line, at, CHARACTERS, "a tab stands in the line", "write spaces, or \\t in a text");
      }
    }
    if (!text.endsWith("\n") || text.endsWith("\n\n")) {
      SourceLine last =
          lines.isEmpty() ? SourceLine.lines(" ").get(0) : lines.get(lines.size() - 1);
      report(last, CHARACTERS, "the file does not end with one line end", "end the last line once");
    }
  }

  /** One line of Turtle, by how far it is indented. */
  private void statement(SourceLine line) {
    int depth = line.indent() - (inGraph ? STEP : 0);
    Matcher graph = GRAPH.matcher(line.code().stripTrailing());
    if (!inGraph && subject == null && item.role() == Role.READING && graph.matches()) {
      openGraph(line, graph.group(1));
    } else if (inGraph && subject == null && line.code().stripTrailing().equals("}")) {
      inGraph = false;
    } else if (subject == null) {
      openSubject(line, depth);
    } else if (line.body().equals(".") && depth == STEP) {
      subject = null;
    } else if (depth == STEP && !continued) {
      predicate(line);
    } else if (depth >= 2 * STEP && continued) {
      ending(line);
    } else {
      misplaced(line);
    }
  }

  private void openGraph(SourceLine line, String name) {
    inGraph = true;
    lastSubject = "";
    if (!graphs.add(name)) {
      report(line, GRAPH_ORDER, name + " has a graph above already", "write all of it there");
    }
    if (lastGraph != null && startOf(lastGraph) > startOf(name)) {
      report(
          line,
          GRAPH_ORDER,
          name + " stands below " + lastGraph + ", which comes later in the document",
          "put the graphs into the document's order");
    }
    lastGraph = name;
  }

  private int startOf(String passage) {
    return start.applyAsInt(prefixes.expand(passage));
  }

  private void openSubject(SourceLine line, int depth) {
    String body = line.body();
    if (depth != 0 || !SUBJECT.matcher(body).matches()) {
      report(
          line,
          LAYOUT,
          "no subject stands alone on this line",
          "write the subject alone, below it one predicate per line, and . on a line of its own");
      subject = body.endsWith(".") || body.endsWith("}") ? null : body;
      inGraph = inGraph && !body.equals("}");
      lastPredicate = "";
      return;
    }
    subject = body;
    lastPredicate = "";
    if (sorted() && place(subject).compareTo(place(lastSubject)) <= 0) {
      report(
          line,
          SUBJECT_ORDER,
          subject + " does not follow " + lastSubject,
          "sort the subjects, each once");
    }
    lastSubject = subject;
  }

  /** What is unasserted stands below all names. */
  private static String place(String subject) {
    return subject.startsWith("<<") ? "~" + subject : subject;
  }

  private boolean sorted() {
    return SORTED.contains(item.role()) && !item.name().equals("ontology/helix.ttl");
  }

  private void predicate(SourceLine line) {
    String predicate = line.body().split(" ", 2)[0];
    String key = rank(predicate) + predicate;
    if (key.compareTo(lastPredicate) <= 0) {
      report(
          line,
          PREDICATE_ORDER,
          predicate + " does not follow " + lastPredicate.substring(1),
          "write a, label, definition, then the other predicates sorted, each once");
    }
    lastPredicate = key;
    ending(line);
  }

  /** The head's place of a predicate while the head lasts, else that of all others. */
  private int rank(String predicate) {
    int title = TITLES.getOrDefault(predicate, TAIL);
    boolean heads =
        lastPredicate.compareTo(title + predicate) < 0 && lastPredicate.compareTo("9") < 0;
    return HEAD.getOrDefault(predicate, heads ? title : TAIL);
  }

  /** A predicate's line ends with a semicolon, or goes on below, deeper. */
  private void ending(SourceLine line) {
    String open = opened(line.body());
    continued = !open.endsWith(";");
    boolean goesOn = open.endsWith(",") || open.matches(".*[({|\"].*|\\S+");
    if (open.indexOf(';') >= 0 && open.indexOf(';') < open.length() - 1
        || continued && (open.endsWith(".") || !goesOn && !open.endsWith(")"))) {
      report(
          line,
          LAYOUT,
          "the line is not one predicate with its objects, ended by a semicolon",
          "write one predicate per line, and . on a line of its own");
      continued = false;
      subject = open.endsWith(".") ? null : subject;
    }
    if (open.indexOf('[') >= 0) {
      report(line, LAYOUT, "a blank node stands here", "give it a name and lines of its own");
    }
  }

  /** A line without what is opened and closed on it. */
  private String opened(String body) {
    String rest = body;
    String before;
    do {
      before = rest;
      rest = CLOSED.matcher(rest).replaceAll("_");
      if (EXPRESSIVE.contains(item.role())) {
        rest = EXPRESSION.matcher(rest).replaceAll("_");
      }
    } while (!rest.equals(before));
    return rest;
  }

  private void misplaced(SourceLine line) {
    report(
        line,
        LAYOUT,
        "the line is not indented as what it is",
        "indent predicates and the closing . by "
            + (inGraph ? 2 * STEP : STEP)
            + " spaces, what continues a line by more");
    if (line.body().endsWith(".")) {
      subject = null;
    }
    continued = !line.body().endsWith(";");
  }

  private void report(SourceLine line, String check, String what, String remedy) {
    report(line, line.indent(), check, what, remedy);
  }

  private void report(SourceLine line, int column, String check, String what, String remedy) {
    Position position = new Position(item.name(), line.number(), column + 1L);
    findings.add(new Finding(position, what, remedy, check));
  }
}
