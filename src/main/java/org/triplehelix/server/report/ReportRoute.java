package org.triplehelix.server.report;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;

/** The form in which people report an error. */
final class ReportRoute implements Route {
  static final String PATH = "/report";

  private final Desk desk;
  private final Names names;

  ReportRoute(Desk desk, Names names) {
    this.desk = desk;
    this.names = names;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?about=figure/lb-s014-jobs";
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
    return ReportsRoute.MOST_BYTES;
  }

  @Override
  public boolean isConfidential() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    desk.demandOpen();
    if (!call.method().equals("POST")) {
      return new Blank(Written.form(call, names).begun(), call.language());
    }
    desk.demandOwnPage(call);
    try {
      ReportsRoute.demandForm(call, Written.FORM);
      Draft draft = Written.form(call, names);
      return new Submission(desk, draft, call, List.of(Format.HTML, Format.JSON));
    } catch (Problem problem) {
      throw desk.refused(problem);
    }
  }

  /** The form before it is sent. */
  private final class Blank implements Prepared {
    private final Draft draft;
    private final String language;

    Blank(Draft draft, String language) {
      this.draft = draft;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return "";
    }

    @Override
    public int status() {
      return draft.faults().isEmpty() ? 200 : Problem.Kind.NOT_FOUND.status();
    }

    @Override
    public Map<String, String> headers(Format format) {
      return FormPage.HEADERS;
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      FormPage page = FormPage.of(desk.site(), draft, language, Optional.empty());
      desk.site().pages().write("report.jte", page, out);
    }
  }
}
