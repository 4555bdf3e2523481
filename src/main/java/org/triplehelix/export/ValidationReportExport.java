package org.triplehelix.export;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.check.Evidence;
import org.triplehelix.check.Finding;
import org.triplehelix.check.Finding.Severity;
import org.triplehelix.graph.Content;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;

/**
 * Writes findings as a SHACL validation report in Turtle. Where each is written is said by EARL and
 * the W3C's Pointer Methods in RDF. What is no fault of the graph, as style, has its file in focus
 * and the check itself as the component.
 */
public final class ValidationReportExport {
  private static final String EARL = "http://www.w3.org/ns/earl#";
  private static final String PTR = "http://www.w3.org/2009/pointers#";

  private final Content content;
  private final Model model = ModelFactory.createDefaultModel();
  private final Resource report = model.createResource();

  private ValidationReportExport(Content content) {
    this.content = content;
  }

  /** Writes to a stream, which stays open. */
  public static void write(
      List<Finding> findings, Content content, Prefixes prefixes, OutputStream out) {
    ValidationReportExport export = new ValidationReportExport(content);
    export.model.setNsPrefixes(prefixes.map());
    export.model.setNsPrefix("earl", EARL);
    export.model.setNsPrefix("ptr", PTR);
    export.report(findings);
    RDFWriter.source(export.model).format(RdfFormat.TURTLE.jena()).output(out);
  }

  private void report(List<Finding> findings) {
    report.addProperty(RDF.type, sh(SHACL.ValidationReport));
    report.addLiteral(property(SHACL.conforms), findings.isEmpty());
    findings.forEach(this::result);
  }

  private void result(Finding finding) {
    Model one = ModelFactory.createDefaultModel();
    Resource parent = one.createResource();
    entry(finding).generate(one, parent);
    Resource result = parent.getPropertyResourceValue(property(SHACL.result));
    parent.removeProperties();
    model.add(one);
    report.addProperty(property(SHACL.result), result);
    result
        .inModel(model)
        .addProperty(ResourceFactory.createProperty(EARL, "pointer"), pointer(finding.position()));
  }

  private ReportEntry entry(Finding finding) {
    Node check = NodeFactory.createURI(Family.SHAPE.namespace() + finding.check());
    Node file = file(finding.position()).asNode();
    ReportEntry entry =
        ReportEntry.create()
            .focusNode(finding.evidence().map(Evidence::focus).orElse(file))
            .source(check)
            .sourceConstraintComponent(finding.evidence().map(Evidence::component).orElse(check))
            .severity(severity(finding.severity()))
            .message(message(finding.what() + "; " + finding.remedy() + ".", "en"));
    finding.evidence().ifPresent(evidence -> add(evidence, entry));
    return entry;
  }

  private static void add(Evidence evidence, ReportEntry entry) {
    evidence.path().ifPresent(entry::resultPath);
    evidence.value().ifPresent(entry::value);
    evidence.chinese().ifPresent(text -> entry.message(message(text, "zh")));
  }

  private static Node message(String text, String language) {
    return NodeFactory.createLiteralLang(text, language);
  }

  private static Node severity(Severity severity) {
    return switch (severity) {
      case VIOLATION -> SHACL.Violation;
      case WARNING -> SHACL.Warning;
      case INFO -> SHACL.Info;
    };
  }

  private Resource pointer(Position position) {
    Resource pointer =
        model.createResource(ResourceFactory.createResource(PTR + "LineCharPointer"));
    pointer.addProperty(ResourceFactory.createProperty(PTR, "reference"), file(position));
    number(pointer, "lineNumber", position.line());
    number(pointer, "charNumber", position.column());
    return pointer;
  }

  /** Counts from one; the whole file or line has none. */
  private static void number(Resource pointer, String name, long value) {
    if (value > 0) {
      pointer.addProperty(
          ResourceFactory.createProperty(PTR, name),
          Long.toString(value),
          XSDDatatype.XSDpositiveInteger);
    }
  }

  private Resource file(Position position) {
    return model.createResource(content.root().resolve(position.file()).toUri().toString());
  }

  private static Property property(Node name) {
    return ResourceFactory.createProperty(name.getURI());
  }

  private static Resource sh(Node name) {
    return ResourceFactory.createResource(name.getURI());
  }
}
