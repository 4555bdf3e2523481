package org.triplehelix.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/** The PREFIX lines of a Turtle, TriG or SPARQL file: sorted, each used, above all else. */
public final class PrefixLines {
  private static final Pattern LINE = Pattern.compile("(?i)PREFIX\\s+([\\w-]*):\\s*<([^>]*)>\\s*");
  private static final Pattern ANY = Pattern.compile("(?i)@?(PREFIX|BASE)\\b.*");

  private final String file;
  private final List<InputProblem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Map<String, String> namespaces = new LinkedHashMap<>();
  private final StringBuilder rest = new StringBuilder(" ");

  private PrefixLines(String file) {
    this.file = file;
  }

  /** What is wrong with the PREFIX lines of a file. */
  public static List<InputProblem> faults(String file, String text) {
    return read(file, SourceLine.lines(text)).problems;
  }

  static PrefixLines read(String file, List<SourceLine> lines) {
    PrefixLines prefixes = new PrefixLines(file);
    lines.forEach(prefixes::take);
    prefixes.lines.forEach(prefixes::used);
    return prefixes;
  }

  static boolean isPrefix(SourceLine line) {
    return ANY.matcher(line.body()).matches();
  }

  List<InputProblem> problems() {
    return problems;
  }

  /** The IRI of a prefixed name or of one in angle brackets. */
  String expand(String name) {
    if (name.startsWith("<")) {
      return name.substring(1, name.length() - 1);
    }
    int colon = name.indexOf(':');
    return namespaces.getOrDefault(name.substring(0, Math.max(colon, 0)), "")
        + name.substring(colon + 1);
  }

  private void take(SourceLine line) {
    Matcher matcher = LINE.matcher(line.body());
    if (matcher.matches()) {
      declared(line, matcher.group(1));
      namespaces.put(matcher.group(1), matcher.group(2));
    } else if (isPrefix(line)) {
      report(line.number(), "is no PREFIX line of its own", "write PREFIX name: <namespace>");
    } else {
      rest.append(line.code()).append('\n');
    }
  }

  private void declared(SourceLine line, String prefix) {
    String before = lines.keySet().stream().reduce("", (a, b) -> b);
    if (!rest.toString().isBlank()) {
      report(line.number(), "PREFIX stands below other lines", "move it to the top");
    } else if (before.compareTo(prefix) >= 0 && !lines.isEmpty()) {
      report(
          line.number(),
          "PREFIX " + prefix + ": does not follow " + before + ":",
          "sort the PREFIX lines by name");
    }
    lines.put(prefix, line.number());
  }

  private void used(String prefix, int line) {
    Pattern use = Pattern.compile("(?<![\\w-:.])" + Pattern.quote(prefix) + ":");
    if (!use.matcher(rest).find()) {
      report(line, "prefix " + prefix + ": is not used", "delete the line");
    }
  }

  private void report(int line, String what, String remedy) {
    problems.add(new InputProblem(new Position(file, line, 1), what, remedy));
  }
}
