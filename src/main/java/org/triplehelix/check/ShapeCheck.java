package org.triplehelix.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.check.Finding.Severity;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ShapeFiles;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;

/** Validates what was asserted against the SHACL shapes of {@code ontology/shapes/}. */
final class ShapeCheck {
  private static final Node MESSAGE = NodeFactory.createURI("http://www.w3.org/ns/shacl#message");

  private final Graph graph;
  private final Shapes shapes;
  private final Built built;
  private final Graph asserted;
  private final Prologue prologue = new Prologue();

  private ShapeCheck(Content content, Built built, Graph asserted) {
    this.asserted = asserted;
    this.graph = ShapeFiles.shapes(content);
    this.built = built;
    prologue.setPrefixMapping(
        PrefixMapping.Factory.create().setNsPrefixes(built.release().prefixes().map()));
    try {
      shapes = Shapes.parse(graph);
    } catch (ShaclParseException e) {
      throw new BadInputException(
          Position.of("ontology/shapes"), "is no SHACL: " + e.getMessage(), "mend the shape");
    }
  }

  /** What does not fit the shapes. */
  static List<Finding> run(Content content, Built built, Graph asserted) {
    return new ShapeCheck(content, built, asserted).run();
  }

  private List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    if (!graph.isEmpty()) {
      for (ReportEntry entry : ShaclValidator.get().validate(shapes, asserted).getEntries()) {
        findings.add(finding(entry));
      }
    }
    return findings;
  }

  private Finding finding(ReportEntry entry) {
    Optional<Node> predicate =
        entry.resultPath() instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
    return new Finding(
        position(entry, predicate),
        what(entry),
        message(entry, "en").orElseGet(entry::message).replaceFirst("\\.$", ""),
        name(entry.source()),
        severity(entry),
        Optional.of(
            new Evidence(
                entry.focusNode(),
                Optional.ofNullable(entry.resultPath()),
                Optional.ofNullable(entry.value()),
                entry.sourceConstraintComponent(),
                message(entry, "zh"))));
  }

  private Position position(ReportEntry entry, Optional<Node> predicate) {
    Node focus = entry.focusNode();
    Optional<Position> position =
        predicate.isPresent() && entry.value() != null
            ? built
                .positions()
                .of(
                    Quad.defaultGraphIRI,
                    Triple.create(focus, predicate.orElseThrow(), entry.value()))
            : built.positions().of(focus);
    return position.orElseGet(() -> Position.of("ontology/shapes"));
  }

  private String what(ReportEntry entry) {
    String focus = focus(entry.focusNode());
    if (entry.resultPath() == null) {
      return focus + " does not fit";
    }
    String of = PathWriter.asString(entry.resultPath(), prologue).replaceAll("[()]", "");
    if (entry.value() != null) {
      return focus + " does not fit with " + of + " " + text(entry.value());
    }
    if (entry.constraint() instanceof MinCount) {
      return focus + " has too few " + of;
    }
    boolean tooMany = entry.constraint() instanceof MaxCount;
    return focus + (tooMany ? " has too many " : " does not fit with its ") + of;
  }

  /** The name of what was validated; a claim is told by its triple. */
  private String focus(Node node) {
    Optional<Node> subject = object(node, RDF.subject);
    return subject.isEmpty()
        ? text(node)
        : Stream.of(subject, object(node, RDF.predicate), object(node, RDF.object))
            .map(part -> text(part.orElseThrow()))
            .collect(Collectors.joining(" "));
  }

  private Optional<Node> object(Node subject, Property predicate) {
    return asserted
        .find(subject, predicate.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .nextOptional();
  }

  /** The shape's message in a language. */
  private Optional<String> message(ReportEntry entry, String language) {
    return graph
        .find(entry.source(), MESSAGE, Node.ANY)
        .filterKeep(t -> t.getObject().getLiteralLanguage().equals(language))
        .mapWith(t -> t.getObject().getLiteralLexicalForm())
        .nextOptional();
  }

  private String text(Node node) {
    if (node.isURI()) {
      Prefixes prefixes = built.release().prefixes();
      return prefixes.abbreviate(node.getURI());
    }
    return node.isLiteral() ? "\"" + node.getLiteralLexicalForm() + "\"" : node.toString();
  }

  /** The shape's local name. */
  static String name(Node shape) {
    return shape.isURI() && shape.getURI().startsWith(Family.SHAPE.namespace())
        ? shape.getURI().substring(Family.SHAPE.namespace().length())
        : "shape";
  }

  private static Severity severity(ReportEntry entry) {
    String level = entry.severity().level().getLocalName();
    return switch (level) {
      case "Warning" -> Severity.WARNING;
      case "Info" -> Severity.INFO;
      default -> Severity.VIOLATION;
    };
  }
}
