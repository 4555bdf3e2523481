package org.triplehelix.server;

import java.util.Arrays;
import java.util.List;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Site;

/** What the kinds of problems mean, to which the {@code type} of problem details leads. */
final class ProblemTypeRoute implements Route {
  private static final String FOLDER = "/problem/";

  private final Site site;

  ProblemTypeRoute(Site site) {
    this.site = site;
  }

  @Override
  public String path() {
    return FOLDER + "*";
  }

  @Override
  public String example() {
    return FOLDER + "bad-query";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String label = call.path().substring(FOLDER.length());
    Problem.Kind kind = kind(label);
    ProblemTypePage page = new ProblemTypePage(site.frame(call.language(), call.path()), kind);
    return new Fixed(
        List.of(Format.HTML, Format.JSON),
        label,
        (format, out) -> {
          if (format.equals(Format.HTML)) {
            site.pages().write("problemtype.jte", page, out);
          } else {
            out.write(Json.document(page.values()));
          }
        });
  }

  private static Problem.Kind kind(String label) {
    return Arrays.stream(Problem.Kind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no kind of problem of that name.",
                        "Take one of those there are.")
                    .with(
                        "kinds",
                        Arrays.stream(Problem.Kind.values()).map(Problem.Kind::label).toList()));
  }
}
