package org.triplehelix.query.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** ARQ's functions that match patterns, in steps, with the same results and the same errors. */
final class StringFunctions {
  private StringFunctions() {}

  /** The pattern of REGEX, checked as ARQ checks it. */
  static Pattern regexPattern(NodeValue pattern, NodeValue flags) {
    E_Regex.makeRegexEngine(pattern, flags);
    return RegexEngine.makePattern(
        "REGEX", pattern.getString(), flags == null ? null : flags.getString());
  }

  /** REGEX(text, pattern, flags?). */
  static NodeValue regex(List<NodeValue> arguments) {
    String text = string("REGEX", arguments.get(0));
    NodeValue flags = arguments.size() > 2 ? arguments.get(2) : null;
    return matches(text, regexPattern(arguments.get(1), flags));
  }

  /** fn:matches, which takes any string as pattern. */
  static NodeValue matches(List<NodeValue> arguments) {
    Pattern pattern = patternOfStrings(arguments);
    return regex(arguments.get(0), pattern);
  }

  /** sparql:regex, which takes any string as text, too. */
  static NodeValue regexOfStrings(List<NodeValue> arguments) {
    Pattern pattern = patternOfStrings(arguments);
    return matches(arguments.get(0).getString(), pattern);
  }

  private static Pattern patternOfStrings(List<NodeValue> arguments) {
    String flags = arguments.size() > 2 ? arguments.get(2).getString() : null;
    return RegexEngine.makePattern("REGEX", arguments.get(1).getString(), flags);
  }

  static NodeValue regex(NodeValue text, Pattern pattern) {
    return matches(string("REGEX", text), pattern);
  }

  private static NodeValue matches(String text, Pattern pattern) {
    return NodeValue.booleanReturn(matcher(pattern, text).find());
  }

  /** The pattern of REPLACE. */
  static Pattern replacePattern(List<NodeValue> arguments) {
    String pattern = string("REPLACE", arguments.get(1));
    String flags = arguments.size() > 3 ? string("REPLACE", arguments.get(3)) : null;
    return RegexEngine.makePattern("REPLACE", pattern, flags);
  }

  /** REPLACE(text, pattern, replacement, flags?). */
  static NodeValue replace(List<NodeValue> arguments) {
    return replace(arguments, replacePattern(arguments));
  }

  static NodeValue replace(List<NodeValue> arguments, Pattern pattern) {
    Node text = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(0));
    String before = text.getLiteralLexicalForm();
    String after = replaced(before, pattern, string("REPLACE", arguments.get(2)));
    return after.equals(before)
        ? arguments.get(0)
        : NodeValue.makeNode(
            NodeFactory.createLiteral(after, text.getLiteralLanguage(), text.getLiteralDatatype()));
  }

  /** Of the matches that are empty only the first is replaced, as ARQ does. */
  private static String replaced(String text, Pattern pattern, String replacement) {
    Matcher matcher = matcher(pattern, text);
    StringBuilder result = new StringBuilder();
    boolean first = true;
    try {
      while (matcher.find()) {
        if (first || matcher.start() != matcher.end()) {
          Watch.current().demandLength((long) result.length() + replacement.length());
          matcher.appendReplacement(result, replacement);
          Watch.current().demandLength(result.length());
        }
        first = false;
      }
    } catch (IndexOutOfBoundsException e) {
      throw new ExprEvalException("IndexOutOfBounds", e);
    }
    Watch.current().demandLength((long) result.length() + text.length());
    return matcher.appendTail(result).toString();
  }

  private static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(new WatchedText(text, Watch.current()));
  }

  private static String string(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }
}
