package org.triplehelix.graph;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.ParserProfileWrapper;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.ParsedFile.Occurrence;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;

/**
 * Parses one Turtle or TriG file and keeps where everything stands. Faults do not stop the reading
 * unless the syntax is broken; undefined prefixes are all reported.
 */
final class FileParser {
  private final Content.Item item;
  private final List<InputProblem> problems;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Occurrence> occurrences = new ArrayList<>();
  private int blanks;
  private boolean whole;
  private String text = "";
  private Position last;

  private FileParser(Content.Item item, List<InputProblem> problems) {
    this.item = item;
    this.problems = problems;
    this.last = at(1, 1);
  }

  /** Parses a file; what is wrong with it is added to the problems. */
  static ParsedFile parse(Content.Item item, List<InputProblem> problems) {
    FileParser parser = new FileParser(item, problems);
    parser.run();
    return new ParsedFile(item, parser.whole, parser.statements, parser.occurrences);
  }

  private void run() {
    ByteBuffer bytes = ByteBuffer.wrap(item.bytes());
    CharBuffer decoded = CharBuffer.allocate(bytes.remaining());
    boolean isUtf8 = !StandardCharsets.UTF_8.newDecoder().decode(bytes, decoded, true).isError();
    text = decoded.flip().toString();
    if (!isUtf8) {
      report(at(lineAt(text.length()), 0), "is not in UTF-8", "save it in UTF-8");
      return;
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text; // some editors write it
    Lang lang = item.name().endsWith(".trig") ? Lang.TRIG : Lang.TURTLE;
    try {
      RDFParserRegistry.getFactory(lang)
          .create(lang, new Profile())
          .read(
              new StringReader(text),
              null,
              lang.getContentType(),
              new PrefixLines(),
              RIOT.getContext().copy());
      whole = true;
    } catch (SyntaxFault e) {
      return; // reported by the handler; nothing after it can be read
    } catch (StackOverflowError e) {
      report(last, "is nested too deeply here or just after", "write it flat");
    } catch (RiotException e) {
      report(last, "cannot be parsed: " + e.getMessage(), "mend the syntax here or just after");
    }
  }

  private void report(Position position, String what, String remedy) {
    problems.add(new InputProblem(position, what, remedy));
  }

  private long lineAt(int offset) {
    return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** Where a prefix is first given a meaning. */
  private Position declared(String prefix, String iri) {
    Matcher line =
        Pattern.compile(
                "(?i)prefix\\s+%s:\\s*<%s>".formatted(Pattern.quote(prefix), Pattern.quote(iri)))
            .matcher(text);
    return line.find() ? at(lineAt(line.start()), 0) : last;
  }

  private Position at(long line, long column) {
    return new Position(item.name(), line, column);
  }

  /** Ends the parsing of a file whose syntax is broken. */
  private static final class SyntaxFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final class Faults implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      report(at(line, column), message, "mend the term");
    }

    @Override
    public void error(String message, long line, long column) {
      report(at(line, column), message, "mend the term");
    }

    @Override
    public void fatal(String message, long line, long column) {
      report(at(line, column), "syntax error: " + message, "mend the syntax here or just before");
      throw new SyntaxFault();
    }
  }

  /** Sees to it that the prefixes everybody knows mean what everybody thinks. */
  private final class PrefixLines extends StreamRDFBase {
    @Override
    public void prefix(String prefix, String iri) {
      String known = Prefixes.standard().map().get(prefix);
      if (known != null && !known.equals(iri)) {
        report(
            declared(prefix, iri),
            "prefix " + prefix + ": stands for <" + iri + ">",
            "it is <" + known + "> everywhere");
      }
    }
  }

  /** Sees each term and statement with its line and column. */
  private final class Profile extends ParserProfileWrapper {
    Profile() {
      super(
          new ParserProfileStd(
              new FactoryRDFStd(),
              new Faults(),
              IRIxResolver.create().noBase().allowRelative(false).build(),
              PrefixMapFactory.create(),
              RIOT.getContext().copy(),
              true,
              false));
    }

    @Override
    public Node create(Node graph, Token token) {
      last = at(token.getLine(), token.getColumn());
      if (token.hasType(TokenType.BNODE)) {
        return NodeFactory.createBlankNode(blankLabel(token.getImage()));
      }
      if (prefixUndefined(token)) {
        return NodeFactory.createURI("urn:undefined:" + token.getImage() + ":" + token.getImage2());
      }
      Node node = super.create(graph, token);
      if (node != null && node.isURI()) {
        occurrences.add(new Occurrence(node, at(token.getLine(), token.getColumn())));
      } else if (node != null && token.hasType(TokenType.LITERAL_DT)) {
        Node datatype = NodeFactory.createURI(node.getLiteralDatatypeURI());
        occurrences.add(new Occurrence(datatype, at(token.getLine(), token.getColumn())));
      }
      return node;
    }

    /** One name for each blank node of each file, the same at each reading. */
    private String blankLabel(String label) {
      String file = item.name().substring(0, item.name().lastIndexOf('.'));
      return file.replace('/', '-') + "-" + label;
    }

    private boolean prefixUndefined(Token token) {
      Token name = token.hasType(TokenType.LITERAL_DT) ? token.getSubToken2() : token;
      if (!name.hasType(TokenType.PREFIXED_NAME)
          || getPrefixMap().containsPrefix(name.getImage())) {
        return false;
      }
      String known = Prefixes.standard().map().get(name.getImage());
      report(
          at(name.getLine(), name.getColumn()),
          "prefix " + name.getImage() + ": is not defined in this file",
          known == null
              ? "write a PREFIX line for it at the top"
              : "add PREFIX " + name.getImage() + ": <" + known + "> at the top");
      return true;
    }

    @Override
    public Node createBlankNode(Node scope, long line, long column) {
      return NodeFactory.createBlankNode(blankLabel(Integer.toString(++blanks)));
    }

    @Override
    public Triple createTriple(Node s, Node p, Node o, long line, long column) {
      statements.add(new Statement(null, Triple.create(s, p, o), at(line, column)));
      return super.createTriple(s, p, o, line, column);
    }

    @Override
    public Quad createQuad(Node g, Node s, Node p, Node o, long line, long column) {
      Node graph = g == null || Quad.isDefaultGraph(g) ? null : g;
      statements.add(new Statement(graph, Triple.create(s, p, o), at(line, column)));
      return super.createQuad(g, s, p, o, line, column);
    }
  }
}
