package org.triplehelix.server.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.ResultFormats;

/** The JSON-LD context, to which documents link. */
final class ContextRoute implements Route {
  private final DocumentWriter writer;

  ContextRoute(DocumentWriter writer) {
    this.writer = writer;
  }

  @Override
  public String path() {
    return DocumentWriter.CONTEXT;
  }

  @Override
  public String example() {
    return DocumentWriter.CONTEXT;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(
        List.of(ResultFormats.JSONLD),
        "",
        (format, out) ->
            out.write(writer.context().document().toString().getBytes(StandardCharsets.UTF_8)));
  }
}
