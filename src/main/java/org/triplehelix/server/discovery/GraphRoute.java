package org.triplehelix.server.discovery;

import org.apache.jena.riot.RDFWriter;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.ResultFormats;

/**
 * A description in RDF.
 *
 * @param path under which it is answered
 * @param construction that makes it
 */
record GraphRoute(String path, Construction construction) implements Route {

  @Override
  public String example() {
    return path;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(
        ResultFormats.OF_GRAPHS,
        "",
        (format, out) ->
            RDFWriter.source(construction.graph())
                .format(ResultFormats.GRAPHS.get(format))
                .output(out));
  }
}
