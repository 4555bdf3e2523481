package org.triplehelix.server.document;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.document.ontology.SchemePage;
import org.triplehelix.server.document.ontology.Usage;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The schemes of concepts as trees, each at {@code /ontology/schemes/<name>}. */
final class SchemeRoute implements Route {
  private static final String FOLDER = Things.ONTOLOGY + "/schemes/";
  private static final String NAMES = "/concept/";

  private final Site site;
  private final Supplier<Usage> usage;

  SchemeRoute(Site site, Supplier<Usage> usage) {
    this.site = site;
    this.usage = usage;
  }

  @Override
  public String path() {
    return FOLDER + "*";
  }

  @Override
  public String example() {
    return FOLDER + "sectors";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String name = call.path().substring(FOLDER.length());
    Links links = new Links(site.address(), NAMES + name);
    Node scheme = NodeFactory.createURI(links.iri());
    if (!site.dataset()
        .contains(Graphs.SCHEMES, scheme, RDF.Nodes.type, SKOS.ConceptScheme.asNode())) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "There is no scheme " + name + ".",
          "The schemes are listed at " + site.address().href(Things.ONTOLOGY) + "#schemes.");
    }
    return new Tree(links, scheme, call);
  }

  private final class Tree implements Prepared {
    private final Links links;
    private final Node scheme;
    private final Call call;

    Tree(Links links, Node scheme, Call call) {
      this.links = links;
      this.scheme = scheme;
      this.call = call;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return call.path();
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      SchemePage page =
          SchemePage.of(
              scheme,
              usage.get(),
              site.frame(call.language(), call.path()),
              site,
              links.downloads());
      site.pages().write("scheme.jte", page, out);
    }
  }
}
