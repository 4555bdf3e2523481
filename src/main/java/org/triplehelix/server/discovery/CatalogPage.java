package org.triplehelix.server.discovery;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/**
 * What the page of the catalogue shows.
 *
 * @param language {@code zh} or {@code en}
 * @param catalogue as programs get it
 * @param site whose catalogue it is
 */
public record CatalogPage(String language, Described catalogue, Site site) {
  private static final Node CATALOG = NodeFactory.createURI(Family.BASE + "catalog");

  /**
   * A file or service.
   *
   * @param address where it is
   * @param name what it is called
   * @param description what it holds or does
   */
  public record Entry(String address, String name, String description) {}

  /**
   * A graph, or all of them.
   *
   * @param iri its name
   * @param title what people call it
   * @param description what it holds
   * @param triples how many; empty if that is not counted
   * @param rights the credits that its sources want; empty if there are none
   * @param license under which it may be used
   * @param files in which it can be had
   */
  public record Part(
      String iri,
      String title,
      String description,
      String triples,
      String rights,
      String license,
      List<Entry> files) {}

  /** What is around the page. */
  public Frame frame() {
    return site.frame(language, "/catalog");
  }

  /** The catalogue for programs. */
  public List<Ref> alternates() {
    return List.of(
        new Ref("Turtle", "", frame().href("/catalog?format=ttl")),
        new Ref("JSON-LD", "", frame().href("/catalog?format=jsonld")),
        new Ref("RDF/XML", "", frame().href("/catalog?format=rdf")),
        new Ref("VoID", "", frame().href("/.well-known/void")));
  }

  /** The dataset as a whole. */
  public Part whole() {
    return part(Described.DATASET);
  }

  /** Its graphs. */
  public List<Part> graphs() {
    return catalogue.all(CATALOG, DCAT.dataset).stream()
        .filter(dataset -> !dataset.equals(Described.DATASET))
        .map(this::part)
        .toList();
  }

  private Part part(Node dataset) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));
    return new Part(
        dataset.getURI(),
        of(dataset, DCTerms.title),
        of(dataset, DCTerms.description),
        catalogue
            .one(dataset, VOID.triples)
            .map(count -> numbers.format(Long.parseLong(count.getLiteralLexicalForm())))
            .orElse(""),
        of(dataset, DCTerms.rights),
        of(dataset, DCTerms.license),
        catalogue.all(dataset, DCAT.distribution).stream()
            .map(file -> entry(file, of(file, DCAT.downloadURL)))
            .toList());
  }

  /** The services that answer from it. */
  public List<Entry> services() {
    return catalogue.all(CATALOG, DCAT.service).stream()
        .map(service -> entry(service, of(service, DCAT.endpointURL)))
        .sorted(Comparator.comparing(Entry::address))
        .toList();
  }

  private Entry entry(Node node, String address) {
    return new Entry(address, of(node, DCTerms.title), of(node, DCTerms.description));
  }

  /** The version, with the release's first digits. */
  public String version() {
    return of(site.release().iri(), Described.VERSION);
  }

  /** The places that it is about. */
  public List<String> places() {
    return catalogue.all(Described.DATASET, DCTerms.spatial).stream()
        .map(place -> site.names().in(language, place).orElse(place.getURI()))
        .toList();
  }

  /** The documents it was read from. */
  public List<String> sources() {
    return catalogue.all(Described.DATASET, Described.DERIVED_FROM).stream()
        .map(source -> site.names().in(language, source).orElse(source.getURI()))
        .toList();
  }

  /** The first and the last year that it speaks of. */
  public String period() {
    return catalogue
        .one(Described.DATASET, DCTerms.temporal)
        .map(p -> of(p, DCAT.startDate).substring(0, 4) + "–" + of(p, DCAT.endDate).substring(0, 4))
        .orElse("");
  }

  private String of(Node subject, Property property) {
    return catalogue.text(subject, property, language);
  }
}
