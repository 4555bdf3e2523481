package org.triplehelix.server.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Takes reports from programs, as JSON or as a form; tells what a report consists of. */
final class ReportsRoute implements Route {
  static final String PATH = "/api/reports";

  /** All fields in Chinese at their longest, as a form encodes them, and room to spare. */
  static final int MOST_BYTES = 160 * 1024;

  private final Desk desk;
  private final Names names;
  private final int perHour;

  ReportsRoute(Desk desk, Names names, int perHour) {
    this.desk = desk;
    this.names = names;
    this.perHour = perHour;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH;
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public Set<String> parameters() {
    return Set.copyOf(Field.labels());
  }

  @Override
  public DependsOn dependsOn() {
    return DependsOn.MOMENT;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public int requestBytes() {
    return MOST_BYTES;
  }

  @Override
  public boolean isConfidential() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    desk.demandOpen();
    if (!call.method().equals("POST")) {
      return new Fixed(
          List.of(Format.JSON), "", (format, out) -> out.write(Json.document(description())));
    }
    desk.demandOwnPage(call);
    return new Submission(desk, read(call), call, List.of(Format.JSON, Format.HTML));
  }

  private Draft read(Call call) {
    try {
      if (call.contentType().equals(Written.JSON_TYPE)) {
        return Written.json(call.body(), names);
      }
      demandForm(call, Written.JSON_TYPE + ", " + Written.FORM);
      return Written.form(call, names);
    } catch (Problem problem) {
      throw desk.refused(problem);
    }
  }

  /** A form has no body beside its parameters. */
  static void demandForm(Call call, String types) {
    if (!call.contentType().isEmpty() || !call.body().isEmpty()) {
      throw new Problem(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              call.contentType().isEmpty()
                  ? "The request does not tell the media type of its body."
                  : "A report cannot be sent as " + call.contentType() + ".",
              "Send it as " + types.replace(",", " or") + ".")
          .withHeader("Accept-Post", types);
    }
  }

  private Map<String, Object> description() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("description", "POST here what is wrong; reports are not shown to others.");
    json.put("zh", "将发现的错误以POST方式提交至此；报告不对外公开。");
    json.put("types", List.of(Written.JSON_TYPE, Written.FORM));
    json.put("perHour", perHour);
    json.put("form", desk.site().address().absolute(ReportRoute.PATH));
    json.put("fields", Arrays.stream(Field.values()).map(this::description).toList());
    return json;
  }

  private Map<String, Object> description(Field field) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", field.label());
    json.put("required", field.isRequired());
    json.put("maxLength", field.most());
    for (String language : List.of("zh", "en")) {
      json.put(language, desk.site().frame(language, "/").text("report.field." + field.label()));
    }
    return json;
  }
}
