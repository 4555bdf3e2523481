package org.triplehelix.server.dump;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.server.pipeline.StoredFile;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Site;

/**
 * What a page about dumps shows: the releases, or the files of one.
 *
 * @param frame around the page
 * @param title the key of its title
 * @param hash of the release; empty for the list of releases
 * @param links to other pages about dumps
 * @param files of the release, in one folder
 */
public record DumpPage(Frame frame, String title, String hash, List<Link> links, List<Row> files) {
  private static final String ROOT = "/dump/";

  /** A way to another page. */
  public record Link(String href, String text) {}

  /** A file, with the number of its bytes as its language writes it; without, if it is not made. */
  public record Row(String href, String name, String size, String sha256) {}

  static DumpPage of(Site site, String language, List<String> hashes) {
    List<Link> links = new ArrayList<>();
    for (String hash : hashes) {
      links.add(new Link(site.address().href(ROOT + hash + "/"), hash));
    }
    return page(site, language, "dumps.title", "", links, List.of());
  }

  static DumpPage of(
      Site site,
      String language,
      String hash,
      String folder,
      Map<DumpFile, Optional<StoredFile>> files) {
    Frame frame = site.frame(language, ROOT);
    String release = site.address().href(ROOT + hash + "/");
    List<Link> links =
        List.of(
            new Link(release, frame.text("dump.whole")),
            new Link(release + DumpFile.GRAPHS, frame.text("dump.graphs")),
            new Link(release + DumpFile.SOURCES, frame.text("dump.sources")),
            new Link(release + folder + "SHA256SUMS", "SHA256SUMS"),
            new Link(site.address().href(ROOT), frame.text("dump.all")));
    NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));
    List<Row> rows =
        files.entrySet().stream()
            .map(
                e ->
                    new Row(
                        release + e.getKey().name(),
                        e.getKey().fileName(),
                        e.getValue().map(f -> numbers.format(f.size())).orElse(""),
                        e.getValue().map(StoredFile::sha256).orElse("")))
            .toList();
    return page(site, language, "dump.title", hash, links, rows);
  }

  private static DumpPage page(
      Site site, String language, String title, String hash, List<Link> links, List<Row> files) {
    return new DumpPage(
        site.frame(language, hash.isEmpty() ? ROOT : ROOT + hash + "/"), title, hash, links, files);
  }
}
