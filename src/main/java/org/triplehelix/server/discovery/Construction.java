package org.triplehelix.server.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.server.site.Site;

/**
 * A graph that a query of ours makes of the release. Relative names in the query are under the
 * server's own address, which is known once it listens.
 *
 * @param site that is described
 * @param resource the query's file
 */
record Construction(Site site, String resource) {

  Graph graph() {
    Query query = QueryFactory.create(text(), site.address().absolute("/"), Syntax.syntaxSPARQL_12);
    query.getPrefixMapping().setNsPrefixes(site.release().prefixes().map());
    try (QueryExec execution = QueryExec.dataset(site.dataset()).query(query).build()) {
      return execution.construct();
    }
  }

  private String text() {
    try (InputStream in = Construction.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
