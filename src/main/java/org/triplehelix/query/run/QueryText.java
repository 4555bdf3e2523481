package org.triplehelix.query.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Op;
import org.triplehelix.query.run.LimitReached.Kind;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Nearest;
import org.triplehelix.vocab.Prefixes;

/** Reads the text of a query, or tells what is wrong with it and where. */
public final class QueryText {
  private static final Pattern UNKNOWN_PREFIX =
      Pattern.compile("Unresolved prefixed name: ([^:]*):.*");
  private static final Pattern PLACE =
      Pattern.compile("(?i),? ?\\b(?:at )?line (\\d+), column (\\d+)[:.]? *");
  private static final Pattern UNEXPECTED = Pattern.compile("Encountered \" \\S+ \"(.*) \"\"");
  private static final Pattern LEXICAL = Pattern.compile("Lexical error *Encountered: *");
  private static final Pattern CLASS = Pattern.compile("\\b([a-z]\\w*\\.)+[A-Z]\\w*: ?");
  private static final int FAR = 2;

  private final String name;
  private final Prefixes prefixes;

  private QueryText(String name, Prefixes prefixes) {
    this.name = name;
    this.prefixes = prefixes;
  }

  /**
   * A text that is a query.
   *
   * @param plan by which it is to be run, if that is known already
   * @param words the text without what makes no difference: two texts with the same words ask the
   *     same
   * @param tripleTerm where it first uses what only RDF 1.2 has: a triple term, a reifier or an
   *     annotation
   */
  public record Understood(
      Query query, Optional<Op> plan, String words, Optional<Position> tripleTerm) {}

  /**
   * The query that a text is.
   *
   * @param name what the text is called in messages
   * @param prefixes that an unknown one may be meant for
   * @throws BadInputException if it is no SPARQL query, or asks for what is not offered
   * @throws LimitReached if it is too long or too deep
   */
  public static Query parse(String name, String text, Limits limits, Prefixes prefixes) {
    return understand(name, text, limits, prefixes).query();
  }

  /** The same, with more that is known of it. */
  public static Understood understand(String name, String text, Limits limits, Prefixes prefixes) {
    return parsed(name, QueryScan.of(name, text, limits), prefixes);
  }

  static Understood parsed(String name, QueryScan scan, Prefixes prefixes) {
    try {
      Query query = QueryFactory.create(scan.plain(), Syntax.syntaxSPARQL_12);
      query.ensureResultVars();
      return new Understood(query, Optional.empty(), scan.words(), scan.tripleTerm());
    } catch (QueryParseException e) {
      throw new QueryText(name, prefixes).problem(e);
    } catch (QueryException e) {
      throw new BadInputException(
          Position.of(name), "is no SPARQL query: " + plain(e), "mend the query");
    } catch (StackOverflowError e) {
      throw new LimitReached(Kind.NESTING, "deeper than the parser goes");
    }
  }

  private BadInputException problem(QueryParseException e) {
    Position position = position(e);
    Matcher unknown = UNKNOWN_PREFIX.matcher(plain(e));
    return unknown.matches()
        ? new BadInputException(
            position,
            "the prefix " + unknown.group(1) + ": is not declared",
            declaration(unknown.group(1)))
        : new BadInputException(position, "is no SPARQL query: " + plain(e), "mend it there");
  }

  /** The place that the message names: that of the exception is of the term before. */
  private Position position(QueryParseException e) {
    Matcher place = PLACE.matcher(e.getMessage() == null ? "" : e.getMessage());
    return place.find()
        ? new Position(name, Long.parseLong(place.group(1)), Long.parseLong(place.group(2)))
        : new Position(name, Math.max(e.getLine(), 0), Math.max(e.getColumn(), 0));
  }

  private String declaration(String prefix) {
    return Nearest.within(FAR, prefix, prefixes.map().keySet())
        .map(known -> advice(prefix, known, prefixes.map().get(known)))
        .orElse("declare it at the top: PREFIX " + prefix + ": <...>");
  }

  private static String advice(String prefix, String known, String namespace) {
    String line = "PREFIX " + known + ": <" + namespace + ">";
    return known.equals(prefix) ? "add " + line : "did you mean " + known + ":, with " + line + "?";
  }

  /** What Jena says in its first line, without the place, which we give ourselves. */
  static String plain(Throwable e) {
    String line = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    String bare = PLACE.matcher(line).replaceAll("");
    String tokens = UNEXPECTED.matcher(bare).replaceAll("unexpected $1");
    String plain = LEXICAL.matcher(tokens).replaceAll("unexpected ");
    return CLASS.matcher(plain).replaceAll("").strip();
  }
}
