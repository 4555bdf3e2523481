package org.triplehelix.query.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.vocab.Family;

/**
 * The constants in the text of a query: what may differ from one query to the next that is
 * otherwise the same. Only those count whose value says nothing about how the query is to be
 * understood: names of the project's things, plain strings, whole numbers, and limits so high that
 * no plan depends on them.
 */
final class Constants {
  /** ARQ keeps so few rows sorted in memory, instead of sorting all. */
  private static final long LEAST_LIMIT = 1_001;

  /** Stands for a constant in the shape of a query. */
  static final char SIGN = '\u0001';

  private static final long FIRST_NUMBER = 900_000_000_000_000L;
  private static final String MARK = "urn:x-triplehelix:constant-";

  private static final Pattern NAME = Pattern.compile("[a-z]+/[A-Za-z0-9_/-]+");
  private static final Pattern IRI =
      Pattern.compile("<(" + Pattern.quote(Family.BASE) + "[a-z]+/[A-Za-z0-9_/-]+)>");
  private static final Pattern PREFIXED = Pattern.compile("([a-z]+):([A-Za-z0-9_-]+)");
  private static final Pattern STRING = Pattern.compile("([\"'])([^\"'\\\\\\p{Cntrl}\\p{Cs}]*)\\1");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,14}");

  private final Map<String, String> prefixes = new HashMap<>();
  private final StringBuilder shape = new StringBuilder();
  private final List<Constant> found = new ArrayList<>();

  /** What a constant is. */
  enum Kind {
    NAME,
    STRING,
    NUMBER,
    LIMIT
  }

  /**
   * A constant.
   *
   * @param value the IRI, text or digits
   */
  record Constant(Kind kind, String value) {

    /** Another one that stands for any such constant, as it is written in a query. */
    String placeholder(int number) {
      return switch (kind) {
        case NAME -> "<" + MARK + number + ">";
        case STRING -> "\"" + MARK + number + "\"";
        case NUMBER, LIMIT -> Long.toString(FIRST_NUMBER + number);
      };
    }

    Node node() {
      return switch (kind) {
        case NAME -> NodeFactory.createURI(value);
        case STRING -> NodeFactory.createLiteralString(value);
        case NUMBER, LIMIT -> NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger);
      };
    }
  }

  /** A prefix is declared. */
  void declare(String prefix, String namespace) {
    prefixes.put(prefix, namespace);
  }

  /** Words between constants. */
  void keep(CharSequence text, int from, int to) {
    shape.append(text, from, to);
  }

  /** A token that is a constant if it is one of those that count. */
  void token(String token, boolean isLimit) {
    Constant constant = isLimit ? limit(token) : constant(token);
    if (constant == null) {
      shape.append(token);
    } else {
      found.add(constant);
      shape.append(SIGN).append(constant.kind().ordinal());
    }
  }

  private static Constant limit(String token) {
    return NUMBER.matcher(token).matches() && Long.parseLong(token) >= LEAST_LIMIT
        ? new Constant(Kind.LIMIT, token)
        : null;
  }

  private Constant constant(String token) {
    char first = token.charAt(0);
    if (first == '<') {
      Matcher iri = IRI.matcher(token);
      return iri.matches() ? new Constant(Kind.NAME, iri.group(1)) : null;
    }
    if (first == '"' || first == '\'') {
      Matcher string = STRING.matcher(token);
      return string.matches() ? new Constant(Kind.STRING, string.group(2)) : null;
    }
    return Character.isDigit(first) ? number(token) : prefixed(token);
  }

  private static Constant number(String token) {
    return NUMBER.matcher(token).matches() ? new Constant(Kind.NUMBER, token) : null;
  }

  private Constant prefixed(String token) {
    Matcher prefixed = PREFIXED.matcher(token);
    String namespace = prefixed.matches() ? prefixes.get(prefixed.group(1)) : null;
    if (namespace == null || !namespace.startsWith(Family.BASE)) {
      return null;
    }
    String name = namespace.substring(Family.BASE.length()) + prefixed.group(2);
    return NAME.matcher(name).matches() ? new Constant(Kind.NAME, Family.BASE + name) : null;
  }

  /** The words of the query, with a mark in place of each constant. */
  String shape() {
    return shape.toString();
  }

  /** The constants in the order of the text. */
  List<Constant> found() {
    return List.copyOf(found);
  }

  /** The query with placeholders in place of its constants. */
  static String withPlaceholders(String shape, List<Constant> constants) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < shape.length(); i++) {
      char c = shape.charAt(i);
      if (c == SIGN) {
        text.append(constants.get(next).placeholder(next++));
        i++;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** The number of the placeholder that a term is; -1 if it is none. */
  static int placeholder(Node node) {
    if (node.isURI() && node.getURI().startsWith(MARK)) {
      return Integer.parseInt(node.getURI().substring(MARK.length()));
    }
    if (node.isLiteral()) {
      String text = node.getLiteralLexicalForm();
      if (text.startsWith(MARK)) {
        return Integer.parseInt(text.substring(MARK.length()));
      }
      if (XSDDatatype.XSDinteger.equals(node.getLiteralDatatype()) && text.length() == 15) {
        return placeholder(Long.parseLong(text));
      }
    }
    return -1;
  }

  /** The number of the placeholder that a limit is; -1 if it is none. */
  static int placeholder(long number) {
    long at = number - FIRST_NUMBER;
    return at >= 0 && at < Integer.MAX_VALUE ? (int) at : -1;
  }
}
