package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Site;

/**
 * What the editor completes: prefixes, in the form of prefix.cc, or the terms that the release
 * declares, each with its names.
 */
final class TermsRoute implements Route {
  static final String PATH = "/query/terms";

  private static final Map<Node, String> KINDS =
      Map.of(
          OWL2.Class.asNode(), "class",
          OWL2.ObjectProperty.asNode(), "property",
          OWL2.DatatypeProperty.asNode(), "property",
          OWL2.AnnotationProperty.asNode(), "property");

  private final Site site;

  TermsRoute(Site site) {
    this.site = site;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?show=prefixes";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("show");
  }

  @Override
  public Prepared prepare(Call call) {
    boolean prefixes = call.parameter("show").filter("prefixes"::equals).isPresent();
    return new Fixed(
        List.of(Format.JSON),
        prefixes ? "prefixes" : "terms",
        (format, out) ->
            out.write(Json.document(prefixes ? site.release().prefixes().map() : terms())));
  }

  private List<Object> terms() {
    Map<String, Map<String, Object>> terms = new TreeMap<>();
    KINDS.forEach(
        (type, kind) ->
            site.dataset()
                .find(Quad.defaultGraphIRI, Node.ANY, RDF.Nodes.type, type)
                .forEachRemaining(
                    quad -> {
                      if (quad.getSubject().isURI()) {
                        terms.put(quad.getSubject().getURI(), term(quad.getSubject(), kind));
                      }
                    }));
    return new ArrayList<>(terms.values());
  }

  private Map<String, Object> term(Node node, String kind) {
    Map<String, Object> term = new LinkedHashMap<>();
    term.put("iri", node.getURI());
    term.put("kind", kind);
    term.put("zh", site.names().in("zh", node).orElse(""));
    term.put("en", site.names().in("en", node).orElse(""));
    return term;
  }
}
