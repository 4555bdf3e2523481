package org.triplehelix.server.site;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/**
 * The way to another address.
 *
 * @param status 303 to what tells about a thing, 301 to what has replaced it
 * @param formats among which the client chooses
 * @param canonical the same for the same answer
 * @param location for each format
 * @param more headers beside it
 */
public record Redirect(
    int status,
    List<Format> formats,
    String canonical,
    Function<Format, String> location,
    Map<String, String> more)
    implements Route.Prepared {

  @Override
  public boolean isNegotiable() {
    return formats.size() > 1;
  }

  @Override
  public Map<String, String> headers(Format format) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Location", location.apply(format));
    return headers;
  }

  @Override
  public void write(Format format, Attempt attempt, OutputStream out) {}
}
