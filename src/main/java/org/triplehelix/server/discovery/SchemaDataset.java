package org.triplehelix.server.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/** The dataset as search engines read it: a Dataset of schema.org, made from the catalogue. */
public final class SchemaDataset {

  private final Site site;
  private final Described catalogue;

  private SchemaDataset(Site site) {
    this.site = site;
    this.catalogue = new Described(Discovery.catalogue(site).graph());
  }

  /** In JSON-LD, in one line, fit to stand in a page. */
  public static String json(Site site) {
    return Json.line(new SchemaDataset(site).members())
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }

  private Map<String, Object> members() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@context", "https://schema.org/");
    json.put("@type", "Dataset");
    json.put("@id", Family.BASE);
    json.put("identifier", site.release().iri().getURI());
    json.put("url", site.address().absolute("/"));
    json.put("name", texts(Described.DATASET, DCTerms.title));
    json.put("description", texts(Described.DATASET, DCTerms.description));
    json.put("version", catalogue.text(Described.DATASET, Described.VERSION, ""));
    json.put("license", catalogue.text(Described.DATASET, DCTerms.license, ""));
    json.put("isAccessibleForFree", true);
    json.put("inLanguage", List.of("zh", "en"));
    catalogue
        .one(Described.DATASET, DCTerms.creator)
        .ifPresent(agent -> json.put("creator", agent(agent)));
    json.put("keywords", texts(Described.DATASET, DCAT.keyword));
    json.put("spatialCoverage", named("Place", DCTerms.spatial, SKOS.prefLabel));
    catalogue
        .one(Described.DATASET, DCTerms.temporal)
        .ifPresent(
            period ->
                json.put(
                    "temporalCoverage",
                    catalogue.text(period, DCAT.startDate, "")
                        + "/"
                        + catalogue.text(period, DCAT.endDate, "")));
    json.put("isBasedOn", named("CreativeWork", Described.DERIVED_FROM, DCTerms.title));
    json.put("distribution", downloads());
    Map<String, Object> catalog = new LinkedHashMap<>();
    catalog.put("@type", "DataCatalog");
    catalog.put("@id", Family.BASE + "catalog");
    catalog.put("url", site.address().absolute("/catalog"));
    json.put("includedInDataCatalog", catalog);
    return json;
  }

  private Map<String, Object> agent(Node agent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@type", "Organization");
    json.put("@id", agent.getURI());
    json.put("name", texts(agent, Described.NAME));
    return json;
  }

  private List<Map<String, Object>> named(String type, Property property, Property name) {
    return catalogue.all(Described.DATASET, property).stream()
        .map(
            thing -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("@type", type);
              json.put("@id", thing.getURI());
              json.put("name", texts(thing, name));
              return json;
            })
        .toList();
  }

  private List<Map<String, Object>> downloads() {
    return catalogue.all(Described.DATASET, DCAT.distribution).stream()
        .map(
            file -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("@type", "DataDownload");
              json.put("name", catalogue.text(file, DCTerms.title, ""));
              json.put("contentUrl", catalogue.text(file, DCAT.downloadURL, ""));
              json.put(
                  "encodingFormat",
                  catalogue
                      .text(file, DCAT.mediaType, "")
                      .replace("https://www.iana.org/assignments/media-types/", ""));
              return json;
            })
        .toList();
  }

  private List<Map<String, Object>> texts(Node subject, Property property) {
    return catalogue.all(subject, property).stream()
        .map(
            text -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("@language", text.getLiteralLanguage());
              json.put("@value", text.getLiteralLexicalForm());
              return json;
            })
        .toList();
  }
}
