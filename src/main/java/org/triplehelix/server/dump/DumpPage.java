package org.triplehelix.server.dump;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.triplehelix.server.pipeline.StoredFile;
import org.triplehelix.server.site.Site;

/**
 * What a page about dumps shows: the releases, or the files of one.
 *
 * @param language {@code zh} or {@code en}
 * @param title the key of its title
 * @param hash of the release; empty for the list of releases
 * @param home the address of the first page
 * @param links to other pages about dumps
 * @param files of the release, in one folder
 */
public record DumpPage(
    String language, String title, String hash, String home, List<Link> links, List<Row> files) {
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
    String release = site.address().href(ROOT + hash + "/");
    List<Link> links =
        List.of(
            new Link(release, text(language, "dump.whole")),
            new Link(release + DumpFile.GRAPHS, text(language, "dump.graphs")),
            new Link(release + DumpFile.SOURCES, text(language, "dump.sources")),
            new Link(release + folder + "SHA256SUMS", "SHA256SUMS"),
            new Link(site.address().href(ROOT), text(language, "dump.all")));
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
    return new DumpPage(language, title, hash, site.address().href("/"), links, files);
  }

  private static String text(String language, String key) {
    return ResourceBundle.getBundle(
            "org.triplehelix.server.messages", Locale.forLanguageTag(language))
        .getString(key);
  }

  /** A text of the page in its language. */
  public String text(String key) {
    return text(language, key);
  }

  /** The other language. */
  public String otherLanguage() {
    return language.equals("zh") ? "en" : "zh";
  }
}
