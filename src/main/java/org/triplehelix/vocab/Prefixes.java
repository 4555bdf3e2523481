package org.triplehelix.vocab;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;

/**
 * Prefixes of what is written and asked: our families, the vocabularies reused, one per source.
 *
 * @param map prefix without colon to namespace, sorted
 */
public record Prefixes(Map<String, String> map) {
  private static final Pattern NOT_IN_IRIS = Pattern.compile("[\\s<>\"{}|^`\\\\]");
  private static final Prefixes STANDARD = standardPrefixes();

  public Prefixes {
    map = Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** Our families and the vocabularies that are reused; sources bring their own. */
  public static Prefixes standard() {
    return STANDARD;
  }

  /** These and more. */
  public Prefixes with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(map);
    all.putAll(more);
    return new Prefixes(all);
  }

  /** The same in Jena's form. */
  public PrefixMap toPrefixMap() {
    PrefixMap prefixes = PrefixMapFactory.create();
    map.forEach(prefixes::add);
    return prefixes;
  }

  /** The IRI with its prefix, or in angle brackets where none fits. */
  public String abbreviate(String iri) {
    return map.entrySet().stream()
        .filter(e -> iri.startsWith(e.getValue()) && iri.indexOf('/', e.getValue().length()) < 0)
        .max(Comparator.comparingInt(e -> e.getValue().length()))
        .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
        .orElse("<" + iri + ">");
  }

  /** The IRI of a prefixed name, or of one in angle brackets or bare; empty if it is none. */
  public Optional<String> expand(String name) {
    String bare =
        name.startsWith("<") && name.endsWith(">") ? name.substring(1, name.length() - 1) : name;
    int colon = bare.indexOf(':');
    if (colon < 0 || NOT_IN_IRIS.matcher(bare).find()) {
      return Optional.empty();
    }
    if (bare.startsWith("//", colon + 1) || bare.startsWith("urn:")) {
      return Optional.of(bare);
    }
    return Optional.ofNullable(map.get(bare.substring(0, colon)))
        .map(namespace -> namespace + bare.substring(colon + 1));
  }

  private static Prefixes standardPrefixes() {
    Map<String, String> all = new TreeMap<>();
    for (Family family : Family.values()) {
      all.put(family.prefix(), family.namespace());
    }
    all.put("th", TH.NS);
    all.put("bibo", "http://purl.org/ontology/bibo/");
    all.put("dcat", "http://www.w3.org/ns/dcat#");
    all.put("dcterms", "http://purl.org/dc/terms/");
    all.put("edtf", "http://id.loc.gov/datatypes/edtf/");
    all.put("foaf", "http://xmlns.com/foaf/0.1/");
    all.put("oa", "http://www.w3.org/ns/oa#");
    all.put("org", "http://www.w3.org/ns/org#");
    all.put("owl", "http://www.w3.org/2002/07/owl#");
    all.put("prov", "http://www.w3.org/ns/prov#");
    all.put("qudt", "http://qudt.org/schema/qudt/");
    all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    all.put("schema", "https://schema.org/");
    all.put("sh", "http://www.w3.org/ns/shacl#");
    all.put("skos", "http://www.w3.org/2004/02/skos/core#");
    all.put("sosa", "http://www.w3.org/ns/sosa/");
    all.put("text", "http://jena.apache.org/text#");
    all.put("unit", "http://qudt.org/vocab/unit/");
    all.put("vann", "http://purl.org/vocab/vann/");
    all.put("vcard", "http://www.w3.org/2006/vcard/ns#");
    all.put("void", "http://rdfs.org/ns/void#");
    all.put("void-ext", "http://ldf.fi/void-ext#");
    all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return new Prefixes(all);
  }
}
