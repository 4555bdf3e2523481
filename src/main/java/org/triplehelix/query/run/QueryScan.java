package org.triplehelix.query.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triplehelix.query.run.LimitReached.Kind;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * Goes through the text of a query once, before it is parsed, and refuses what parser and engine
 * would choke on: brackets in brackets, long chains of groups and operators, endless numbers and
 * IRIs; and SERVICE, wherever it stands. It also puts the text into a form in which layout and
 * comments make no difference.
 */
final class QueryScan {
  private static final Set<String> STEPS = Set.of("BIND", "FILTER", "LET", "NOT");
  private static final String OPERATORS = "|&/^!+*-.;,=~";
  private static final char TRIPLE = '<';
  private static final char VALUES = 'v';

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|U(\\p{XDigit}{8}))");

  /** How a string has what would end it, or begin another escape. */
  private static final Map<Integer, String> IN_STRINGS =
      Map.of(
          (int) '"', "\\\"",
          (int) '\'', "\\'",
          (int) '\\', "\\\\",
          (int) '\n', "\\n",
          (int) '\r', "\\r");

  private final String name;
  private final String text;
  private final Limits limits;
  private final Deque<Character> open = new ArrayDeque<>();
  private final StringBuilder words;
  private final Constants constants = new Constants();

  private int at;
  private int tripleTerm = -1;
  private int steps;
  private boolean valuesFollow;
  private boolean limitFollows;
  private boolean wasLimit;
  private boolean prefixFollows;
  private String prefix = "";
  private final StringBuilder resolved = new StringBuilder();
  private int resolvedTo;

  private QueryScan(String name, String text, Limits limits) {
    this.name = name;
    this.text = text;
    this.limits = limits;
    this.words = new StringBuilder(text.length());
  }

  /**
   * Passes what can be parsed.
   *
   * @param name what the query is called in messages
   */
  static QueryScan of(String name, String text, Limits limits) {
    if (text.length() > limits.queryLength()) {
      throw new LimitReached(Kind.LENGTH, limits.queryLength() + " characters");
    }
    QueryScan scan = new QueryScan(name, text, limits);
    scan.scan();
    scan.resolved.append(text, scan.resolvedTo, text.length());
    return scan;
  }

  /** The text without comments, and with one space wherever there is any. */
  String words() {
    return words.toString();
  }

  /** What may differ from a query that is otherwise the same. */
  Constants constants() {
    return constants;
  }

  /** Where the text first uses a triple term, reifier or annotation. */
  Optional<Position> tripleTerm() {
    return Optional.of(tripleTerm).filter(offset -> offset >= 0).map(this::position);
  }

  /** The text without escapes of code points, which the parser would take anywhere. */
  String plain() {
    return resolved.toString();
  }

  private void scan() {
    while (at < text.length()) {
      int from = at;
      char c = text.charAt(at);
      wasLimit = limitFollows && isWord(c);
      limitFollows &= !wasLimit;
      switch (c) {
        case '#' -> comment();
        case '"', '\'' -> string(c);
        case '<' -> angle();
        case '>' -> close(text.startsWith(">>", at) ? ">>" : ">");
        case '(', '{', '[' -> open(c);
        case ')', '}', ']' -> close(")");
        default -> token(c);
      }
      keep(c, from);
    }
  }

  private void keep(char first, int from) {
    if (first != '#' && first > ' ') {
      words.append(text, from, at);
      if (isConstant(first, from)) {
        constants.token(text.substring(from, at), wasLimit);
      } else {
        constants.keep(text, from, at);
      }
    } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
      constants.keep(" ", 0, 1);
    }
  }

  /** Whether a token may be a constant by what stands around it. */
  private boolean isConstant(char first, int from) {
    if (wasLimit) {
      return true;
    }
    boolean isNumber = first >= '0' && first <= '9';
    boolean isOfKind =
        isNumber
            || first == '"'
            || first == '\''
            || first == '<' && text.charAt(at - 1) == '>'
            || first >= 'a' && first <= 'z' && isNamed(from);
    return isOfKind && !open.isEmpty() && !isPartOfTerm(isNumber, from) && !isCalled();
  }

  private boolean isNamed(int from) {
    int colon = text.indexOf(':', from);
    return colon > from && colon < at;
  }

  private boolean isPartOfTerm(boolean isNumber, int from) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    char after = at == text.length() ? ' ' : text.charAt(at);
    return before == '^' || isNumber && ("+-.".indexOf(before) >= 0 || after == '.');
  }

  /** As functions are, with or without space before the bracket. */
  private boolean isCalled() {
    int next = at;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    return next < text.length() && text.charAt(next) == '(';
  }

  private void token(char c) {
    demandNoEscape();
    if (isWord(c)) {
      word();
    } else {
      if (c == '~') {
        noteTripleTerm(at);
      }
      if (OPERATORS.indexOf(c) >= 0 && !(c == ',' && isInside('('))) {
        step();
      }
      at++;
    }
  }

  /** Names, brackets and keywords have none: in disguise they would not be counted. */
  private void demandNoEscape() {
    if (isEscape(at)) {
      throw badEscape(at, "write the character itself");
    }
  }

  private void noteTripleTerm(int offset) {
    if (tripleTerm < 0) {
      tripleTerm = offset;
    }
  }

  /** Either end of a line ends it; escapes in it mean nothing, so it is left out. */
  private void comment() {
    replace(at, "");
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    resolvedTo = at;
  }

  private void replace(int start, String text) {
    resolved.append(this.text, resolvedTo, start).append(text);
  }

  private void string(char quote) {
    int start = at;
    String quotes = String.valueOf(quote).repeat(3);
    boolean isLong = text.startsWith(quotes, at) && end(quotes, at + quotes.length()) >= 0;
    String end = isLong ? quotes : String.valueOf(quote);
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      if (isEscape(at)) {
        resolve(at, code -> Optional.of(IN_STRINGS.getOrDefault(code, Character.toString(code))));
      } else {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
    }
    at = Math.min(text.length(), at + end.length());
    if (text.startsWith("^^", at)) {
      at += 2;
      demandLength(start, Limits.DIGITS);
    }
  }

  /** Where a string ends; -1 if it does not, and the parser takes its quotes for shorter ones. */
  private int end(String quotes, int from) {
    int end = from;
    while (end < text.length() && !text.startsWith(quotes, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end < text.length() ? end : -1;
  }

  private boolean isEscape(int offset) {
    return text.startsWith("\\u", offset) || text.startsWith("\\U", offset);
  }

  /** Puts what an escape stands for in its place, if it may stand there. */
  private void resolve(int offset, IntFunction<Optional<String>> written) {
    Matcher escape = ESCAPE.matcher(text).region(offset, text.length());
    if (!escape.lookingAt()) {
      throw badEscape(offset, "write \\u and four hexadecimal digits, or \\U and eight");
    }
    String digits = escape.group(1) == null ? escape.group(2) : escape.group(1);
    long code = Long.parseLong(digits, 16);
    boolean isCharacter =
        code <= Character.MAX_CODE_POINT
            && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
    Optional<String> character = isCharacter ? written.apply((int) code) : Optional.empty();
    replace(
        offset, character.orElseThrow(() -> badEscape(offset, "write a character that may stand")));
    at = escape.end();
    resolvedTo = at;
  }

  private BadInputException badEscape(int offset, String remedy) {
    return new BadInputException(
        position(offset), "has an escape that stands for no character here", remedy);
  }

  private static Optional<String> inIri(int code) {
    return code > Character.MAX_VALUE || isOfIri((char) code)
        ? Optional.of(Character.toString(code))
        : Optional.empty();
  }

  private void angle() {
    int end = at + 1;
    while (end < text.length() && (isOfIri(text.charAt(end)) || isEscape(end))) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '>') {
      int start = at;
      while (at < end) {
        if (isEscape(at)) {
          resolve(at, QueryScan::inIri);
        } else {
          at++;
        }
      }
      at = end + 1;
      demandLength(start, Limits.IRI);
      declare(text.substring(start + 1, end));
    } else if (text.startsWith("<<", at)) {
      noteTripleTerm(at);
      open(TRIPLE);
      at++;
    } else {
      step();
      at++;
    }
  }

  private void declare(String namespace) {
    if (!prefix.isEmpty()) {
      constants.declare(prefix, namespace);
      prefix = "";
    }
  }

  private static boolean isOfIri(char c) {
    return c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0;
  }

  private void open(char bracket) {
    if (text.startsWith("{|", at)) {
      noteTripleTerm(at);
    }
    boolean values = valuesFollow && bracket == '{';
    if (bracket == '{') {
      valuesFollow = false;
      step();
    }
    open.push(values ? VALUES : bracket);
    if (open.size() > limits.nesting()) {
      throw new LimitReached(Kind.NESTING, limits.nesting() + " brackets within each other");
    }
    at++;
  }

  private void close(String bracket) {
    if (!bracket.equals(">")) {
      open.poll();
    } else {
      step();
    }
    at += bracket.length();
  }

  private boolean isInside(char bracket) {
    return !open.isEmpty() && open.peek() == bracket;
  }

  private void step() {
    if (!open.contains(VALUES) && ++steps > limits.steps()) {
      throw new LimitReached(Kind.NESTING, limits.steps() + " groups, operators and patterns");
    }
  }

  private void word() {
    int start = at;
    boolean isName = "@_:".indexOf(text.charAt(at)) >= 0;
    do {
      demandNoEscape();
      isName |= text.charAt(at) == ':';
      at += text.charAt(at) == '\\' ? 2 : 1;
    } while (at < text.length() && isOfWord(text.charAt(at), isName));
    at = Math.min(at, text.length());
    demandLength(start, Character.isDigit(text.charAt(start)) ? Limits.DIGITS : Limits.IRI);
    String word = text.substring(start, at);
    prefix = prefixFollows && word.endsWith(":") ? word.substring(0, word.length() - 1) : "";
    prefixFollows = false;
    keyword(start, word.toUpperCase(Locale.ROOT));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c > 127 || "@_:?$".indexOf(c) >= 0;
  }

  private static boolean isOfWord(char c, boolean isName) {
    return isWord(c) || isName && "-.%\\".indexOf(c) >= 0;
  }

  private void keyword(int start, String word) {
    if (STEPS.contains(word)) {
      step();
    } else if (word.equals("VALUES")) {
      valuesFollow = true;
    } else if (word.equals("LIMIT")) {
      limitFollows = true;
    } else if (word.equals("PREFIX")) {
      prefixFollows = true;
    } else if (word.equals("TRIPLE")) {
      noteTripleTerm(start);
    } else if (word.equals("SERVICE")) {
      throw new NotOfferedException(
          position(start),
          "SERVICE asks another server, which is not done here",
          "ask that server by itself, and bring its answer in by VALUES");
    }
  }

  private void demandLength(int start, int most) {
    if (at - start > most) {
      throw new LimitReached(
          Kind.LENGTH, most + " characters in one term (" + position(start) + ")");
    }
  }

  private Position position(int offset) {
    String before = text.substring(0, offset);
    return new Position(
        name, before.chars().filter(c -> c == '\n').count() + 1, offset - before.lastIndexOf('\n'));
  }
}
