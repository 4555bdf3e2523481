package org.triplehelix.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Paging;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Route;

/** Figures, each with what belongs to it. */
final class FiguresAnswer implements Route.Prepared {
  /** In the order in which they are offered. */
  static final List<Format> FORMATS = List.of(Format.JSON, Sheet.CSV, Sheet.TSV);

  private final Knowledge knowledge;
  private final Query query;
  private final Call call;
  private final Paging paging;
  private final boolean withEvidence;
  private final boolean mark;
  private int total;

  FiguresAnswer(Knowledge knowledge, Query query, Call call) {
    this.knowledge = knowledge;
    this.query = query;
    this.call = call;
    this.paging = Paging.of(call);
    this.withEvidence = new Parameters(call).flag("evidence");
    this.mark = new Parameters(call).flag("bom");
  }

  @Override
  public List<Format> formats() {
    return FORMATS;
  }

  @Override
  public String canonical() {
    return paging.canonical();
  }

  @Override
  public Map<String, String> headers(Format format) {
    return Map.of("Link", paging.links(knowledge.site().address(), total));
  }

  @Override
  public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
    List<Node> all =
        knowledge.evaluation("figures").rows(query, attempt).stream()
            .map(row -> row.get("figure"))
            .toList();
    total = all.size();
    List<Node> part = paging.part(all);
    if (format.equals(Format.JSON)) {
      out.write(Json.document(json(part)));
    } else {
      sheet(part).write(format, mark, out);
    }
  }

  private Map<String, Object> json(List<Node> part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("release", knowledge.site().release().hash());
    json.put("figures", part.stream().map(this::json).toList());
    json.put("total", total);
    json.put("limit", paging.limit());
    json.put("offset", paging.offset());
    json.put("next", paging.next(total).map(knowledge.site().address()::absolute).orElse(null));
    return json;
  }

  private Map<String, Object> json(Node figure) {
    Map<String, Object> json = new FigureView(knowledge, figure).json(call.language());
    if (withEvidence) {
      json.put("evidence", evidence(figure).stream().map(Attestation::toJson).toList());
    }
    return json;
  }

  private List<Attestation> evidence(Node figure) {
    return knowledge.attestations().ofClaim(figure);
  }

  private Sheet sheet(List<Node> part) {
    Sheet sheet =
        new Sheet(
            FigureView.COLUMNS,
            part.stream().map(f -> new FigureView(knowledge, f).row(call.language())).toList());
    return withEvidence ? sheet.with(part.stream().map(this::evidence).toList()) : sheet;
  }
}
