package org.triplehelix.server.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.source.Digest;

/**
 * The files that pages need: our own below {@code web/}, and those of libraries that come as
 * WebJars. Each is addressed with the digest of its content, and so may be kept for ever.
 */
public final class Assets {
  /** The folder in which they are addressed. */
  public static final String FOLDER = "/assets/";

  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final int DIGITS = 12;

  private static final Map<String, Format> FORMATS =
      Map.of(
          "css", Format.text("css", "text/css"),
          "js", Format.text("js", "text/javascript"),
          "json", Format.of("json", "application/json"),
          "svg", Format.of("svg", "image/svg+xml"));

  /** Libraries by the names under which pages ask for them. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "yasgui.js", "zazuko__yasgui/4.5.0/build/yasgui.min.js",
          "yasgui.css", "zazuko__yasgui/4.5.0/build/yasgui.min.css",
          "cytoscape.js", "cytoscape/3.33.1/dist/cytoscape.min.js",
          "echarts.js", "echarts/5.5.0/echarts.min.js");

  private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

  private Assets() {}

  /**
   * A file.
   *
   * @param format by the end of its name
   * @param digest the first digits of its content's
   * @param bytes the content
   */
  record Asset(Format format, String digest, byte[] bytes) {}

  /** The file of a name; empty if there is none. */
  static Optional<Asset> named(String name) {
    if (!name.matches("[a-z0-9-]+(/[a-z0-9-]+)*(\\.[a-z0-9]+)+")) {
      return Optional.empty();
    }
    Optional<Asset> asset = Optional.ofNullable(READ.get(name)).or(() -> read(name));
    asset.ifPresent(found -> READ.put(name, found));
    return asset;
  }

  /**
   * The path of a file with its digest.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public static String path(String name) {
    Asset asset = named(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
    return FOLDER + name + "?v=" + asset.digest();
  }

  private static Optional<Asset> read(String name) {
    Format format = FORMATS.get(name.substring(name.lastIndexOf('.') + 1));
    String resource = LIBRARIES.containsKey(name) ? WEBJARS + LIBRARIES.get(name) : "/web/" + name;
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null || format == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      String digest = new Digest().add(bytes).hex().substring(0, DIGITS);
      return Optional.of(new Asset(format, digest, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
