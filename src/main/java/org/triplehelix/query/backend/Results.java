package org.triplehelix.query.backend;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.rowset.rw.rs_json.RowSetJSONStreaming;
import org.apache.jena.riot.rowset.rw.rs_json.ValidationSettings;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.SyntaxLabels;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.triplehelix.query.backend.BackEndFailure.Kind;

/**
 * The results of SPARQL in JSON, read as they come: rows or a truth value, and whole, or else a
 * failure. A truth value that an engine writes as 1 or 0 is read as true or false: it is the same.
 */
final class Results implements IteratorCloseable<Binding> {
  private static final String ODD =
      "The back end gave what is no result of SPARQL, or not all of it.";

  private final Wire wire;
  private final InputStream results;
  private final Counted in;
  private final RowSetJSONStreaming<?> rows;
  private boolean ended;

  /**
   * Results on their way.
   *
   * @param most bytes that are read of them
   */
  Results(Wire wire, InputStream results, long most) {
    this.wire = wire;
    this.results = results;
    this.in = new Counted(results, most);
    LabelToNode labels = SyntaxLabels.createLabelToNode();
    rows =
        RowSetJSONStreaming.createUnbuffered(
            in, labels, new ValidationSettings(), ErrorHandlerFactory.errorHandlerStrictNoLogging);
  }

  /** The truth value. */
  boolean truth() {
    drain();
    if (!rows.hasAskResult()) {
      throw odd();
    }
    return rows.getAskResult();
  }

  private void drain() {
    if (step()) {
      throw odd();
    }
    end();
  }

  /** Reads on to the very end: an answer that breaks off behind its last bracket is not whole. */
  private void end() {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw odd();
    }
    if (in.hasMore()) {
      throw odd();
    }
    close();
  }

  @Override
  public boolean hasNext() {
    if (ended) {
      return false;
    }
    if (step()) {
      return true;
    }
    ended = true;
    if (rows.hasAskResult() || rows.getKResultsCount() != 1) {
      throw odd();
    }
    end();
    return false;
  }

  @Override
  public Binding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return plain(rows.next());
  }

  private boolean step() {
    try {
      return rows.hasNext();
    } catch (BackEndFailure e) {
      throw e;
    } catch (RuntimeException e) {
      close();
      throw odd();
    }
  }

  private BackEndFailure odd() {
    return wire.failure(Kind.ANSWER, ODD);
  }

  private static Binding plain(Binding row) {
    List<Var> odd = new ArrayList<>();
    row.forEach(
        (variable, node) -> {
          if (isDigit(node)) {
            odd.add(variable);
          }
        });
    if (odd.isEmpty()) {
      return row;
    }
    BindingBuilder plain = Binding.builder();
    Iterator<Var> variables = row.vars();
    while (variables.hasNext()) {
      Var variable = variables.next();
      Node node = row.get(variable);
      plain.add(variable, isDigit(node) ? truth(node) : node);
    }
    return plain.build();
  }

  private static boolean isDigit(Node node) {
    return node.isLiteral()
        && XSDDatatype.XSDboolean.equals(node.getLiteralDatatype())
        && node.getLiteralLexicalForm().length() == 1;
  }

  private static Node truth(Node digit) {
    boolean truth = digit.getLiteralLexicalForm().equals("1");
    return NodeFactory.createLiteralDT(Boolean.toString(truth), XSDDatatype.XSDboolean);
  }

  @Override
  public void close() {
    try {
      results.close();
    } catch (IOException e) {
      throw odd();
    }
  }

  /**
   * Ends what never ends, and sees what stands behind the last bracket, of which the reader of JSON
   * takes a part into its buffer unseen; stays open where that would close it, to be read on.
   */
  private final class Counted extends FilterInputStream {
    private long left;
    private int depth;
    private boolean begun;
    private boolean isText;
    private boolean isEscaped;
    private boolean more;

    Counted(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public void close() {
      // Results closes what is read
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      left -= Math.max(0, count);
      if (left < 0) {
        throw wire.failure(Kind.ANSWER, "The back end gave more than is read of an answer.");
      }
      for (int i = offset; i < offset + count; i++) {
        see((char) buffer[i]);
      }
      return count;
    }

    /** Whether something stands behind the value that was read so far. */
    boolean hasMore() {
      return more;
    }

    /** A byte; those that count here are never part of another character of UTF-8. */
    private void see(char next) {
      if (isText) {
        isText = isEscaped || next != '"';
        isEscaped = !isEscaped && next == '\\';
        return;
      }
      more |= begun && depth == 0 && !Character.isWhitespace(next);
      switch (next) {
        case '"' -> isText = true;
        case '{', '[' -> {
          begun = true;
          depth++;
        }
        case '}', ']' -> depth--;
        default -> {}
      }
    }
  }
}
