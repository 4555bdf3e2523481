package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/**
 * A SPARQL file with a header as grlc has it: {@code #+ key: value}, or a key and below it lines
 * {@code #+ - value}.
 *
 * @param item the file
 * @param header the values of each key, in the file's order
 * @param query what it asks
 */
public record QueryFile(Content.Item item, Map<String, List<Entry>> header, Query query) {
  private static final Pattern KEY = Pattern.compile("#\\+ ?([a-z_]+):\\s*(.*?)\\s*");
  private static final Pattern MEMBER = Pattern.compile("#\\+\\s+(?:-\\s+)?(.*?)\\s*");

  /**
   * A value of the header.
   *
   * @param value its text
   * @param position where it is written
   */
  public record Entry(String value, Position position) {}

  /** Reads a file; empty if it does not parse, and the problems then tell why. */
  public static Optional<QueryFile> read(Content.Item item, List<InputProblem> problems) {
    String text = item.text();
    try {
      Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_12);
      return Optional.of(new QueryFile(item, header(item, text), query));
    } catch (QueryParseException e) {
      Position position = new Position(item.name(), e.getLine(), e.getColumn());
      problems.add(new InputProblem(position, firstLine(e), "mend the query"));
    } catch (QueryException e) {
      problems.add(
          new InputProblem(Position.of(item.name()), firstLine(e), "make it one SPARQL query"));
    }
    return Optional.empty();
  }

  private static String firstLine(Exception e) {
    return "is no SPARQL query: " + e.getMessage().lines().findFirst().orElse("");
  }

  private static Map<String, List<Entry>> header(Content.Item item, String text) {
    Map<String, List<Entry>> header = new LinkedHashMap<>();
    List<Entry> values = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      Position position = new Position(item.name(), ++number, 0);
      Matcher key = KEY.matcher(line);
      Matcher member = MEMBER.matcher(line);
      if (key.matches()) {
        values = header.computeIfAbsent(key.group(1), k -> new ArrayList<>());
        add(values, key.group(2), position);
      } else if (member.matches()) {
        add(values, member.group(1), position);
      }
    }
    return header;
  }

  private static void add(List<Entry> values, String value, Position position) {
    if (!value.isEmpty()) {
      values.add(new Entry(value, position));
    }
  }

  /** The values of a key; none if it is not there. */
  public List<Entry> values(String key) {
    return header.getOrDefault(key, List.of());
  }

  /** The first value of a key. */
  public Optional<String> value(String key) {
    return values(key).stream().findFirst().map(Entry::value);
  }
}
