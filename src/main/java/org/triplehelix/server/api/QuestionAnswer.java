package org.triplehelix.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Paging;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.vocab.Family;

/** The answer of one question. */
final class QuestionAnswer implements Route.Prepared {
  private static final Format JSON_LD = Format.of("jsonld", "application/ld+json", "json-ld");

  /** In the order in which they are offered. */
  static final List<Format> FORMATS = List.of(Format.JSON, Sheet.CSV, Sheet.TSV, JSON_LD);

  private static final String NO_PASSAGE_ZH = "无依据的行出自登记、来源记录或计数，不能归于某一句。";
  private static final String NO_PASSAGE_EN =
      "A row without evidence resting on the register, on records of the sources or on counts, and"
          + " not on one sentence.";

  private final Knowledge knowledge;
  private final Asked asked;
  private final Question question;
  private final Map<Parameter, Node> values;
  private final Call call;
  private final Paging paging;
  private final boolean withEvidence;
  private final boolean mark;
  private final Resting resting;
  private final Query query;
  private List<Binding> rows = List.of();
  private List<List<Attestation>> evidence = List.of();

  /**
   * An answer that is still to be found.
   *
   * @param values of the question's parameters
   */
  QuestionAnswer(
      Knowledge knowledge, Asked asked, Question question, Map<Parameter, Node> values, Call call) {
    this.knowledge = knowledge;
    this.asked = asked;
    this.question = question;
    this.values = values;
    this.call = call;
    this.paging = Paging.of(call);
    this.withEvidence = new Parameters(call).flag("evidence");
    this.mark = new Parameters(call).flag("bom");
    this.resting = Resting.of(knowledge, question, values);
    this.query = resting.query();
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
    String url = asked.citation(question, values).url();
    String pages = paging.links(knowledge.site().address(), rows.size());
    return Map.of("Link", Link.to(url, "cite-as") + ", " + pages);
  }

  @Override
  public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
    rows = resting.rows(attempt);
    List<Binding> part = paging.part(rows);
    if (withEvidence) {
      evidence = resting.evidence(part, attempt);
    }
    if (format.equals(Format.JSON)) {
      out.write(Json.document(json(part)));
    } else if (format.equals(JSON_LD)) {
      out.write(
          Json.document(
              new LinkedRows(base(), self(), query.getResultVars(), rows)
                  .of(part, paging.offset(), evidence)));
    } else {
      sheet(part).write(format, mark, out);
    }
  }

  private String base() {
    return Family.BASE + call.path().substring(1);
  }

  private String self() {
    return Family.BASE + asked.path(question, values).substring(1);
  }

  private Sheet sheet(List<Binding> part) {
    List<String> columns = query.getResultVars();
    List<List<Node>> terms = new ArrayList<>();
    for (Binding row : part) {
      List<Node> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(row.get(column)));
      terms.add(cells);
    }
    Sheet sheet = new Sheet(columns, terms);
    return withEvidence ? sheet.with(evidence) : sheet;
  }

  private Map<String, Object> json(List<Binding> part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", QuestionsRoute.of(question));
    json.put("release", knowledge.site().release().hash());
    json.put("parameters", parameters());
    json.put("columns", query.getResultVars());
    json.put("rows", IntStream.range(0, part.size()).mapToObj(i -> row(part, i)).toList());
    json.put("total", rows.size());
    json.put("limit", paging.limit());
    json.put("offset", paging.offset());
    json.put(
        "next", paging.next(rows.size()).map(knowledge.site().address()::absolute).orElse(null));
    json.put("citation", asked.citation(question, values).forms());
    if (evidence.stream().anyMatch(List::isEmpty)) {
      json.put("evidenceNote", Knowledge.inBoth(NO_PASSAGE_ZH, NO_PASSAGE_EN));
    }
    return json;
  }

  private Map<String, Object> parameters() {
    Map<String, Object> given = new LinkedHashMap<>();
    values.forEach((parameter, node) -> given.put(parameter.name(), json(node)));
    return given;
  }

  private Map<String, Object> row(List<Binding> part, int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    query.getResultVars().forEach(c -> row.put(c, json(part.get(number).get(c))));
    if (withEvidence) {
      row.put("evidence", evidence.get(number).stream().map(Attestation::toJson).toList());
    }
    return row;
  }

  private Object json(Node node) {
    return knowledge.json(node, call.language());
  }
}
