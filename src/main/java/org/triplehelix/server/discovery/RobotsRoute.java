package org.triplehelix.server.discovery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/**
 * What crawlers are asked: to read all there is, and to leave out what is computed for each asker.
 *
 * @param address where the sitemap is
 */
record RobotsRoute(Address address) implements Route {

  @Override
  public String path() {
    return "/robots.txt";
  }

  @Override
  public String example() {
    return path();
  }

  @Override
  public Prepared prepare(Call call) {
    String text =
        """
        User-agent: *
        Disallow: %s?
        Disallow: %s?
        Disallow: %s?
        Sitemap: %s
        """
            .formatted(
                address.href("/sparql"),
                address.href("/sparql-1.2"),
                address.href("/report"),
                address.absolute("/sitemap.xml"));
    return new Fixed(
        List.of(Format.PLAIN),
        "",
        (format, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
