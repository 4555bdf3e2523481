package org.triplehelix.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.source.Ranges;
import org.triplehelix.source.Ranges.Range;
import org.triplehelix.vocab.TH;

/** What the build writes because people should not have to: dates of periods, web annotations. */
final class Derived {
  private static final Node TYPE = RDF.Nodes.type;

  private Derived() {}

  /** {@code th:from} and {@code th:until} of a subject's {@code th:during}. */
  static List<Triple> dates(List<Triple> triples) {
    List<Triple> dates = new ArrayList<>();
    for (Triple triple : triples) {
      if (triple.getPredicate().equals(TH.during)) {
        Edtf.parse(triple.getObject().getLiteralLexicalForm())
            .ifPresent(
                period -> {
                  date(triple, TH.from, period.from()).ifPresent(dates::add);
                  date(triple, TH.until, period.until()).ifPresent(dates::add);
                });
      }
    }
    return dates;
  }

  private static Optional<Triple> date(Triple of, Node predicate, Optional<LocalDate> day) {
    return day.map(d -> NodeFactory.createLiteralDT(d.toString(), XSDDatatype.XSDdate))
        .map(literal -> Triple.create(of.getSubject(), predicate, literal));
  }

  private static Optional<Ranges> ranges(Node node) {
    return node.isLiteral() ? Ranges.parse(node.getLiteralLexicalForm()) : Optional.empty();
  }

  /** The Web Annotation form of a passage: one specific resource for each of its ranges. */
  static List<Triple> annotation(Triple rangesOfPassage) {
    Node passage = rangesOfPassage.getSubject();
    String iri = passage.getURI();
    Node text = NodeFactory.createURI(iri.substring(0, iri.lastIndexOf('/')) + "/text");
    List<Triple> triples = new ArrayList<>();
    int number = 0;
    for (Range range : ranges(rangesOfPassage.getObject()).orElseThrow().list()) {
      number++;
      Node segment = NodeFactory.createURI(iri + "/" + number);
      Node position = NodeFactory.createURI(iri + "/" + number + "/position");
      triples.add(Triple.create(passage, TH.segment, segment));
      triples.add(Triple.create(segment, TYPE, OA.SpecificResource.asNode()));
      triples.add(Triple.create(segment, OA.hasSource.asNode(), text));
      triples.add(Triple.create(segment, OA.hasSelector.asNode(), position));
      triples.add(Triple.create(position, TYPE, OA.TextPositionSelector.asNode()));
      triples.add(Triple.create(position, OA.start.asNode(), offset(range.start())));
      triples.add(Triple.create(position, OA.end.asNode(), offset(range.end())));
    }
    return triples;
  }

  /** The text of a source, without its white space, into which offsets point. */
  static List<Triple> text(Node source) {
    Node text = NodeFactory.createURI(source.getURI() + "/text");
    return List.of(
        Triple.create(text, TYPE, TH.SourceText),
        Triple.create(text, DCTerms.isFormatOf.asNode(), source));
  }

  /**
   * That a term of ours is defined by the ontology, which nobody should have to write 300 times.
   */
  static Optional<Triple> home(Node term) {
    return Optional.of(term)
        .filter(t -> t.isURI() && t.getURI().startsWith(TH.NS))
        .map(t -> Triple.create(t, RDFS.Nodes.isDefinedBy, TH.ONTOLOGY));
  }

  private static Node offset(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDnonNegativeInteger);
  }
}
