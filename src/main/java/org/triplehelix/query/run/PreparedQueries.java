package org.triplehelix.query.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableData;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.util.Context;
import org.triplehelix.query.run.Constants.Constant;
import org.triplehelix.query.run.QueryText.Understood;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/**
 * Understands queries, those that differ in their constants only by one parse and one plan: the
 * first is parsed; with the second comes a template, which is used for all others if it gives, with
 * the constants of the second filled in, the very plan of the second.
 */
public final class PreparedQueries {
  private static final int MOST = 1_000;
  private static final int LONGEST = 4_000;

  private final Context context;
  private final Map<String, Template> templates = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A plan with placeholders.
   *
   * @param query with placeholders, and without any dataset of its own
   * @param plan of it; null if none fits all constants
   * @param hasRest whether it has rows of VALUES or limits
   */
  private record Template(Query query, Op plan, boolean hasRest) {
    static final Template SEEN = new Template(null, null, false);
    static final Template NONE = new Template(null, null, false);
  }

  /** Prepares queries to be run in a context. */
  public PreparedQueries(Context context) {
    this.context = context;
  }

  /**
   * The query that a text is. It must not be changed.
   *
   * @param name what the text is called in messages
   * @param prefixes that an unknown one may be meant for
   * @throws BadInputException if it is no SPARQL query, or asks for what is not offered
   * @throws LimitReached if it is too long or too deep
   */
  public Understood understand(String name, String text, Limits limits, Prefixes prefixes) {
    QueryScan scan = QueryScan.of(name, text, limits);
    String shape = scan.constants().shape();
    List<Constant> constants = scan.constants().found();
    if (constants.isEmpty() || shape.length() > LONGEST || text.indexOf(Constants.SIGN) >= 0) {
      return QueryText.parsed(name, scan, prefixes);
    }
    Template template = known(shape);
    if (template != null && template.plan() != null) {
      Optional<Op> plan = filled(template, constants);
      if (plan.isPresent()) {
        return new Understood(template.query(), plan, scan.words(), scan.tripleTerm());
      }
    }
    Understood parsed = QueryText.parsed(name, scan, prefixes);
    if (template == null) {
      keep(shape, Template.SEEN);
    } else if (template == Template.SEEN) {
      keep(shape, template(shape, constants, parsed.query()));
    }
    return parsed;
  }

  private synchronized Template known(String shape) {
    return templates.get(shape);
  }

  private synchronized void keep(String shape, Template template) {
    templates.put(shape, template);
    if (templates.size() > MOST) {
      templates.remove(templates.keySet().iterator().next());
    }
  }

  private Template template(String shape, List<Constant> constants, Query query) {
    if (!(query.isSelectType() || query.isAskType()) || query.getDatasetDescription() != null) {
      return Template.NONE;
    }
    try {
      Query general =
          QueryFactory.create(Constants.withPlaceholders(shape, constants), Syntax.syntaxSPARQL_12);
      general.ensureResultVars();
      Op plan = plan(general);
      Template template = new Template(general, plan, hasRest(plan));
      Optional<String> printed = filled(template, constants).map(Op::toString);
      return printed.equals(Optional.of(plan(query).toString())) ? template : Template.NONE;
    } catch (JenaException e) {
      return Template.NONE;
    }
  }

  private static boolean hasRest(Op plan) {
    Rests rests = new Rests();
    OpWalker.walk(plan, rests);
    return rests.found;
  }

  private static final class Rests extends OpVisitorBase {
    private boolean found;

    @Override
    public void visit(OpTable table) {
      found = true;
    }

    @Override
    public void visit(OpSlice slice) {
      found = true;
    }
  }

  private Op plan(Query query) {
    return Algebra.optimize(Algebra.compile(query), context.copy());
  }

  /** The plan with constants in place of placeholders; none if they cannot be there. */
  private static Optional<Op> filled(Template template, List<Constant> constants) {
    try {
      Op op = NodeTransformLib.transform(new Filling(constants), template.plan());
      return Optional.of(template.hasRest() ? Transformer.transform(new Rest(constants), op) : op);
    } catch (JenaException e) {
      return Optional.empty();
    }
  }

  private record Filling(List<Constant> constants) implements NodeTransform {
    @Override
    public Node apply(Node node) {
      int number = Constants.placeholder(node);
      if (number < 0 || number >= constants.size()) {
        return node;
      }
      Constant constant = constants.get(number);
      return node.isLiteral() && !node.getLiteralLanguage().isEmpty()
          ? NodeFactory.createLiteral(
              constant.value(),
              node.getLiteralLanguage(),
              node.getLiteralBaseDirection(),
              node.getLiteralDatatype())
          : constant.node();
    }
  }

  /** Rows of VALUES and limits, where Jena's own transform of terms leaves them. */
  private static final class Rest extends TransformCopy {
    private final List<Constant> constants;
    private final Filling filling;

    Rest(List<Constant> constants) {
      this.constants = constants;
      this.filling = new Filling(constants);
    }

    @Override
    public Op transform(OpTable table) {
      if (table.isJoinIdentity()) {
        return table;
      }
      List<Binding> rows = Iter.toList(Iter.map(table.getTable().rows(), this::filled));
      return OpTable.create(new TableData(table.getTable().getVars(), rows));
    }

    private Binding filled(Binding row) {
      BindingBuilder filled = Binding.builder();
      row.forEach((variable, node) -> filled.add(variable, filling.apply(node)));
      return filled.build();
    }

    @Override
    public Op transform(OpSlice slice, Op sub) {
      int number = Constants.placeholder(slice.getLength());
      return number < 0 || number >= constants.size()
          ? super.transform(slice, sub)
          : new OpSlice(sub, slice.getStart(), Long.parseLong(constants.get(number).value()));
    }
  }
}
