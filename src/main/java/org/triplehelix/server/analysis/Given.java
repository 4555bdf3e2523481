package org.triplehelix.server.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.query.Query;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.figure.Workbook;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.site.Frame;

/** What pages with forms have in common. */
final class Given {
  private static final Set<String> OF_THE_PIPELINE = Set.of("lang", "format", "release");

  private Given() {}

  /** The same request without what a form sends of fields that were left empty. */
  static Call of(Call call) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    call.parameters()
        .forEach(
            (name, values) -> {
              List<String> filled = values.stream().filter(v -> !v.isBlank()).toList();
              if (!filled.isEmpty() && !OF_THE_PIPELINE.contains(name)) {
                given.put(name, filled);
              }
            });
    return with(call, given);
  }

  /** The same request with other parameters. */
  static Call with(Call call, Map<String, List<String>> given) {
    return new Call(
        call.method(),
        call.path(),
        given,
        call.contentType(),
        call.body(),
        call.language(),
        call.caller());
  }

  /** The workbench with a query. */
  static String workbench(Frame frame, Query query) {
    return frame.page("/query?query=" + Address.encodedValue(query.serialize()));
  }

  /** Tables are kept as files under a name. */
  static Map<String, String> headers(Format format, String name) {
    boolean isTable = format.equals(Sheet.CSV) || format.equals(Workbook.XLSX);
    return isTable
        ? Map.of(
            "Content-Disposition", "attachment; filename=\"" + name + "." + format.label() + "\"")
        : Map.of();
  }
}
