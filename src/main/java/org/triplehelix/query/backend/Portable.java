package org.triplehelix.query.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_IsLiteral;
import org.apache.jena.sparql.expr.E_IsNumeric;
import org.apache.jena.sparql.expr.E_IsURI;
import org.apache.jena.sparql.expr.E_LangMatches;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransform;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes a query in other words of standard SPARQL 1.1 that mean the same, where engines are known
 * to answer the first words wrongly and these right. Each means the same in every engine, but not
 * every engine answers each right.
 *
 * <ul>
 *   <li>{@code ?x p+ <y>} as a sub-SELECT DISTINCT, where no blank node stands beside it: a closure
 *       gives each term once.
 *   <li>{@code ?x q/p+ <y>} in two steps, so that the closure stands alone; not where
 *       COUNT(DISTINCT *) or a SELECT * without variables would see the term between.
 *   <li>A branch of a UNION that is only VALUES as a sub-SELECT.
 *   <li>GRAPH with a name that is not among the graphs that are asked as what has no solution.
 *   <li>{@code a / b} as {@code a * 1.0 / b}: integers divided are a decimal.
 *   <li>The value of a BIND or of a SELECT that is true or false as {@code xsd:boolean}.
 * </ul>
 */
final class Portable {
  private static final Set<Class<?>> TRUTHS =
      Set.of(
          E_Bound.class,
          E_Equals.class,
          E_Exists.class,
          E_GreaterThan.class,
          E_GreaterThanOrEqual.class,
          E_IsBlank.class,
          E_IsIRI.class,
          E_IsLiteral.class,
          E_IsNumeric.class,
          E_IsURI.class,
          E_LangMatches.class,
          E_LessThan.class,
          E_LessThanOrEqual.class,
          E_LogicalAnd.class,
          E_LogicalNot.class,
          E_LogicalOr.class,
          E_NotEquals.class,
          E_NotExists.class,
          E_NotOneOf.class,
          E_OneOf.class,
          E_Regex.class,
          E_SameTerm.class,
          E_StrContains.class,
          E_StrEndsWith.class,
          E_StrStartsWith.class);

  private static final Expr ONE = NodeValue.makeDecimal("1.0");

  private final BackEnd backEnd;
  private final boolean graphsAreKnown;
  private final String stem;
  private final boolean stepsAreUnseen;
  private int steps;

  private Portable(BackEnd backEnd, Query query, String text, boolean stepsAreUnseen) {
    this.backEnd = backEnd;
    this.stepsAreUnseen = stepsAreUnseen;
    this.graphsAreKnown = backEnd.defaultGraph().isPresent() && !query.hasDatasetDescription();
    String free = "step";
    while (text.contains("?" + free)) {
      free += "_";
    }
    this.stem = free;
  }

  /** A query in words that a back end is asked in. */
  static Query of(Query query, BackEnd backEnd) {
    String text = Forms.text(query);
    Query copy = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    if (copy.getQueryPattern() == null) {
      return copy;
    }
    List<Query> all = new ArrayList<>();
    collect(copy, all);
    all.forEach(Portable::spellOut);
    return new Portable(backEnd, query, text, all.stream().noneMatch(Portable::seesAll))
        .portable(copy);
  }

  /** A query and those within. */
  private static void collect(Query query, List<Query> all) {
    all.add(query);
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementSubQuery within) {
            collect(within.getQuery(), all);
          }
        });
  }

  /** Names what SELECT * gives, if anything: steps of a path are not to be seen. */
  private static void spellOut(Query query) {
    query.ensureResultVars();
    VarExprList given = query.getProject();
    query.setQueryResultStar(query.isQueryResultStar() && given.isEmpty());
    given.getExprs().replaceAll((variable, value) -> truth(value));
  }

  /** Whether further variables would be seen: given, or told apart by COUNT(DISTINCT *). */
  private static boolean seesAll(Query query) {
    return query.isQueryResultStar()
        || query.getAggregators().stream()
            .anyMatch(counted -> counted.getAggregator() instanceof AggCountDistinct);
  }

  private Query portable(Query query) {
    Rewriting inFilters = new Rewriting(false);
    ExprTransform filters =
        new ExprTransformApplyElementTransform(inFilters, false) {
          @Override
          public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            return function instanceof E_Divide
                ? new E_Divide(new E_Multiply(left, ONE), right)
                : super.transform(function, left, right);
          }
        };
    return QueryTransformOps.transform(query, new Rewriting(true), filters);
  }

  private static Expr truth(Expr value) {
    return isTruth(value) ? new E_Function(XSD.xboolean.getURI(), new ExprList(value)) : value;
  }

  private static boolean isTruth(Expr value) {
    return TRUTHS.contains(value.getClass())
        || value instanceof NodeValue constant && constant.isBoolean()
        || value instanceof E_If choice && isTruth(choice.getArg2()) && isTruth(choice.getArg3());
  }

  /** What is changed in a pattern; in filters closures stay, as there they repeat nothing. */
  private final class Rewriting extends ElementTransformCopyBase {
    private final boolean withClosures;

    Rewriting(boolean withClosures) {
      this.withClosures = withClosures;
    }

    @Override
    public Element transform(ElementGroup group, List<Element> members) {
      ElementGroup changed = new ElementGroup();
      List<Element> closures = new ArrayList<>();
      boolean isCut = withClosures && members.stream().noneMatch(Portable::hasBlankNode);
      for (Element member : members) {
        if (isCut && member instanceof ElementPathBlock block) {
          addInSteps(block, changed, closures);
        } else {
          if (!(member instanceof ElementFilter)) {
            closures.forEach(changed::addElement);
            closures.clear();
          }
          changed.addElement(member);
        }
      }
      closures.forEach(changed::addElement);
      return changed;
    }

    @Override
    public Element transform(ElementUnion union, List<Element> branches) {
      ElementUnion changed = new ElementUnion();
      branches.forEach(branch -> changed.addElement(withQueriedValues(branch)));
      return changed;
    }

    @Override
    public Element transform(ElementNamedGraph graph, Node name, Element pattern) {
      boolean isAsked =
          !graphsAreKnown || !name.isURI() || backEnd.graphs().contains(name.getURI());
      return isAsked ? super.transform(graph, name, pattern) : nothing();
    }

    @Override
    public Element transform(ElementBind binding, Var variable, Expr value) {
      return new ElementBind(variable, truth(value));
    }
  }

  private static Element nothing() {
    ElementGroup nothing = new ElementGroup();
    nothing.addElement(new ElementFilter(NodeValue.FALSE));
    return nothing;
  }

  private static Element withQueriedValues(Element branch) {
    boolean hasPattern =
        !(branch instanceof ElementGroup group)
            || !group.getElements().stream()
                .allMatch(one -> one instanceof ElementData || one instanceof ElementFilter);
    if (hasPattern) {
      return branch;
    }
    ElementGroup changed = new ElementGroup();
    for (Element one : ((ElementGroup) branch).getElements()) {
      changed.addElement(
          one instanceof ElementData values && !values.getVars().isEmpty()
              ? selection(values.getVars(), values, false)
              : one);
    }
    return changed;
  }

  private static Element selection(List<Var> variables, Element pattern, boolean distinct) {
    ElementGroup where = new ElementGroup();
    where.addElement(pattern);
    Query within = new Query();
    within.setSyntax(Syntax.syntaxSPARQL_11);
    within.setQuerySelectType();
    within.setDistinct(distinct);
    variables.forEach(within::addResultVar);
    within.setQueryPattern(where);
    return new ElementSubQuery(within);
  }

  /** A blank node stands for the same in patterns that nothing parts, and only there. */
  private static boolean hasBlankNode(Element member) {
    return member instanceof ElementPathBlock block
        && block.getPattern().getList().stream()
            .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
            .anyMatch(Var::isBlankNodeVar);
  }

  private void addInSteps(ElementPathBlock block, ElementGroup changed, List<Element> closures) {
    ElementPathBlock plain = new ElementPathBlock();
    for (TriplePath triple : block.getPattern().getList()) {
      for (TriplePath step : steps(triple)) {
        if (isClosureOfOne(step)) {
          closures.add(closure(step));
        } else {
          plain.addTriplePath(step);
        }
      }
    }
    if (!plain.isEmpty()) {
      changed.addElement(plain);
    }
  }

  private static Element closure(TriplePath step) {
    Node open = isNamed(step.getSubject()) ? step.getSubject() : step.getObject();
    ElementPathBlock alone = new ElementPathBlock();
    alone.addTriplePath(step);
    return selection(List.of(Var.alloc(open)), alone, true);
  }

  /** A sequence that leads by a closure to or from a term, as a pattern for each of its steps. */
  private List<TriplePath> steps(TriplePath triple) {
    if (!stepsAreUnseen || !(triple.getPath() instanceof P_Seq sequence)) {
      return List.of(triple);
    }
    Node between = Var.alloc(stem + ++steps);
    TriplePath first = new TriplePath(triple.getSubject(), sequence.getLeft(), between);
    TriplePath second = new TriplePath(between, sequence.getRight(), triple.getObject());
    List<TriplePath> all = Stream.of(first, second).flatMap(step -> steps(step).stream()).toList();
    return all.stream().anyMatch(Portable::isClosureOfOne) ? all : List.of(triple);
  }

  private static boolean isClosureOfOne(TriplePath step) {
    Path path = step.getPath();
    return (path instanceof P_OneOrMore1 || path instanceof P_ZeroOrMore1)
        && (isNamed(step.getSubject()) && step.getObject().isConcrete()
            || isNamed(step.getObject()) && step.getSubject().isConcrete());
  }

  private static boolean isNamed(Node node) {
    return Var.isVar(node) && !Var.isBlankNodeVar(node);
  }
}
