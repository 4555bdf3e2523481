package org.triplehelix.server.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.report.Receipt;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;

/** A report that is handed in: kept when it is written, once it is clear how it is answered. */
final class Submission implements Route.Prepared {
  private static final int CREATED = 201;
  private static final int SEE_OTHER = 303;

  private final Desk desk;
  private final Draft draft;
  private final Call call;
  private final List<Format> formats;
  private Receipt receipt;
  private Problem problem;

  /**
   * A report to be kept.
   *
   * @param formats of the answer, the most fitting first
   */
  Submission(Desk desk, Draft draft, Call call, List<Format> formats) {
    this.desk = desk;
    this.draft = draft;
    this.call = call;
    this.formats = formats;
  }

  @Override
  public List<Format> formats() {
    return formats;
  }

  @Override
  public String canonical() {
    return "";
  }

  @Override
  public boolean isLasting() {
    return false;
  }

  @Override
  public int status(Format format) {
    if (problem != null) {
      return problem.kind().status();
    }
    return format.equals(Format.HTML) ? SEE_OTHER : CREATED;
  }

  @Override
  public Map<String, String> headers(Format format) {
    if (!format.equals(Format.HTML)) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>(FormPage.HEADERS);
    if (problem != null) {
      headers.putAll(problem.headers());
    } else if (receipt != null) {
      headers.put(
          "Location",
          desk.site().address().reference(ReceivedRoute.of(receipt) + "&lang=" + call.language()));
    }
    return headers;
  }

  @Override
  public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
    try {
      if (!draft.faults().isEmpty()) {
        throw desk.invalid(draft);
      }
      receipt = desk.file(draft.report(), call.caller());
    } catch (Problem refusal) {
      problem = desk.refused(refusal);
    }
    if (!format.equals(Format.HTML)) {
      tell(out);
    } else if (problem != null) {
      FormPage page = FormPage.of(desk.site(), draft, call.language(), Optional.of(problem.kind()));
      desk.site().pages().write("report.jte", page, out);
    }
  }

  private void tell(OutputStream out) throws IOException {
    if (problem != null) {
      throw problem;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("receipt", receipt.toString());
    json.put("about", draft.report().about());
    json.put("release", desk.site().release().hash());
    out.write(Json.document(json));
  }
}
