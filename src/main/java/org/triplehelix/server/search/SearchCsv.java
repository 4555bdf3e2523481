package org.triplehelix.server.search;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.triplehelix.entity.search.Match;
import org.triplehelix.vocab.Prefixes;

/** What was found, for spreadsheets. */
final class SearchCsv {
  private SearchCsv() {}

  static void write(SearchResult result, Prefixes prefixes, OutputStream out) throws IOException {
    CSVPrinter rows =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    rows.printRecord(
        "iri",
        "kind",
        "type",
        "name_zh",
        "name_en",
        "matched",
        "rank",
        "definition_zh",
        "definition_en");
    for (Match match : result.page()) {
      rows.printRecord(
          match.thing().node().getURI(),
          match.thing().kind().label(),
          match.thing().types().stream()
              .findFirst()
              .map(type -> prefixes.abbreviate(type.getURI()))
              .orElse(""),
          match.thing().preferred("zh").orElse(""),
          match.thing().preferred("en").orElse(""),
          match.name().text(),
          match.rank().label(),
          match.thing().definitions().getOrDefault("zh", ""),
          match.thing().definitions().getOrDefault("en", ""));
    }
    rows.flush();
  }
}
