package org.triplehelix.server.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.StringEscapeUtils;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Tells in a few words of HTML what a suggestion is. */
final class FlyoutRoute implements Route {
  private final Service service;
  private final Part part;

  FlyoutRoute(Service service, Part part) {
    this.service = service;
    this.part = part;
  }

  @Override
  public String path() {
    return "/reconcile/flyout/" + part.label();
  }

  @Override
  public String example() {
    return path()
        + "?id="
        + switch (part) {
          case ENTITY -> "id/london";
          case TYPE -> "th:City";
          case PROPERTY -> "th:within";
        };
  }

  @Override
  public boolean passesUnknownParameters() {
    return true;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String id = call.parameter("id").orElse("");
    Named thing = thing(id);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("html", html(thing, call.language()));
    return new Fixed(List.of(Format.JSON), id, (format, out) -> out.write(Json.document(json)));
  }

  private Named thing(String id) {
    return switch (part) {
      case ENTITY -> service.entities().demand(id);
      case TYPE -> term(service.schema().types(), id);
      case PROPERTY -> term(service.schema().properties(), id);
    };
  }

  private Named term(NameIndex index, String id) {
    return Optional.of(service.schema().node(id))
        .flatMap(index::thing)
        .orElseThrow(
            () ->
                new Problem(
                    Problem.Kind.NOT_FOUND,
                    "There is no such " + part.label() + ".",
                    "Use an identifier that the service has given."));
  }

  private static String html(Named thing, String language) {
    String other = language.equals("zh") ? "en" : "zh";
    return "<p><b>"
        + escaped(thing.name(language))
        + "</b> "
        + escaped(thing.preferred(other).orElse(""))
        + "</p><p>"
        + escaped(Entities.description(thing, language))
        + "</p>";
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeXml10(text);
  }
}
