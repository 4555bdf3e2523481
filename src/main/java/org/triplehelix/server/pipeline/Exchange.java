package org.triplehelix.server.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.server.pipeline.Route.DependsOn;
import org.triplehelix.server.pipeline.Route.Prepared;
import org.triplehelix.server.pipeline.Route.PreparedFile;

/** One request on its way through the pipeline. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private static final String RELEASE = "release";

  private final Pipeline pipeline;
  private final Request request;
  private final Reply reply;
  private Edition edition;

  Exchange(Pipeline pipeline, Request request, Reply reply) {
    this.pipeline = pipeline;
    this.request = request;
    this.reply = reply;
    this.edition = pipeline.editions().current();
  }

  /** An answer is too large to be kept: whoever waits for it makes it alone. */
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKept() {
      super(null, null, false, false);
    }
  }

  /** Answers, or tells why not. */
  void run() {
    try {
      answer();
    } catch (Problem problem) {
      refuse(problem);
    } catch (RuntimeException | Error e) {
      LOG.error("Request {} failed", reply.id(), e);
      refuse(
          new Problem(
              Problem.Kind.FAULT,
              "The server failed; it is not your fault.",
              "Report it with the number of this request."));
    }
  }

  private void refuse(Problem problem) {
    reply.because(problem);
    if (RequestReader.hasUnreadBody(request) || request.getMethod().equals("CONNECT")) {
      problem.withHeader("Connection", "close");
    }
    reply.send(
        edition
            .problems()
            .of(
                problem,
                RequestReader.header(request, HttpHeader.ACCEPT),
                RequestReader.languageAtBest(request),
                RequestReader.target(request),
                reply.id()));
  }

  private void answer() {
    String path = Request.getPathInContext(request);
    Admission admission = Admission.of(request);
    admission.demandFitting();
    if (edition.byPath().at(path).map(Route::isCounted).orElse(true)) {
      admission.take(Admission.KNOWN);
    }
    if (path.equals("*") && request.getMethod().equals("OPTIONS")) {
      tellMethods("GET, HEAD, OPTIONS, POST");
      return;
    }
    RequestReader.inQuery(request, RELEASE).ifPresent(this::turnTo);
    Route route = edition.byPath().at(path).orElseThrow(() -> unknownPath(path));
    reply.by(route);
    String method = request.getMethod();
    Set<String> methods = methods(route);
    String names = String.join(", ", methods);
    if (!methods.contains(method)) {
      throw new Problem(
              Problem.Kind.METHOD_NOT_ALLOWED,
              method + " is not answered here.",
              "Use one of " + names + ".")
          .withHeader("Allow", names);
    }
    if (method.equals("OPTIONS")) {
      tellMethods(names);
    } else {
      answer(route, path, method.equals("HEAD") ? "GET" : method);
    }
  }

  private void tellMethods(String names) {
    reply.from("options");
    reply.send(204, Headers.ofOptions(names));
  }

  private Problem unknownPath(String path) {
    return new Problem(Problem.Kind.NOT_FOUND, "There is nothing at " + path + ".", "Begin at /.")
        .with("paths", edition.routes().stream().map(Route::path).toList());
  }

  private static Set<String> methods(Route route) {
    Set<String> methods = new TreeSet<>(route.methods());
    methods.add("HEAD");
    methods.add("OPTIONS");
    return methods;
  }

  private void answer(Route route, String path, String method) {
    String body = method.equals("POST") ? pipeline.reader().body(request, route) : "";
    reply.sent(body);
    boolean keeps = route.dependsOn() == DependsOn.RELEASE;
    String words = keeps ? words(route, method, body) : "";
    Optional<Answer> known = keeps ? pipeline.cache().byText(words) : Optional.empty();
    if (known.isPresent()) {
      reply.from("cache");
      reply.send(known.get());
      return;
    }
    if (route.isCounted()) {
      Admission.of(request).take(Admission.MADE);
    }
    Call call = pipeline.reader().call(request, route, method, path, body);
    Optional<String> release = call.parameter(RELEASE);
    release.ifPresent(this::turnTo);
    Route chosen = edition.byPath().at(path).orElseThrow(() -> unknownPath(path));
    make(call, chosen, words, keeps, release.isPresent());
  }

  private void make(Call call, Route route, String words, boolean keeps, boolean asksRelease) {
    Lane.Place place = pipeline.shortLane().enter();
    try {
      Prepared prepared = route.prepare(call);
      Format format = negotiated(call, prepared);
      boolean kept = keeps && prepared.isLasting();
      boolean pinned = asksRelease || prepared.isPinned();
      Making making =
          new Making(pipeline, edition, request, reply, route, prepared, format, kept, pinned);
      if (prepared instanceof PreparedFile file) {
        place.close();
        making.send(file);
      } else if (kept) {
        shared(making, words, meaning(route, call, format, prepared, pinned), place);
      } else {
        making.make(place).ifPresent(reply::send);
      }
    } finally {
      place.close();
    }
  }

  /** All that decides about an answer, as the client wrote it. */
  private String words(Route route, String method, String body) {
    HttpFields headers = request.getHeaders();
    return String.join(
        "\n",
        edition.key() + method,
        request.getHttpURI().getPathQuery(),
        RequestReader.header(request, HttpHeader.ACCEPT),
        route.speaks() ? RequestReader.header(request, HttpHeader.ACCEPT_LANGUAGE) : "",
        body.isEmpty() ? "" : headers.get(HttpHeader.CONTENT_TYPE) + "\n" + body);
  }

  private String meaning(Route route, Call call, Format format, Prepared prepared, boolean pinned) {
    return String.join(
        "\n",
        edition.key() + route.path(),
        format.label(),
        route.speaks() ? call.language() : "",
        pinned ? "pinned" : "",
        prepared.canonical());
  }

  /** Goes on with the edition of the release that the client names. */
  private void turnTo(String release) {
    edition = pipeline.named().of(release, edition);
  }

  private Format negotiated(Call call, Prepared prepared) {
    List<Format> formats = prepared.formats();
    if (!prepared.isNegotiable()) {
      return formats.get(0);
    }
    Optional<String> asked = call.parameter("format");
    if (asked.isPresent()) {
      return formats.stream()
          .filter(f -> f.isCalled(asked.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new Problem(
                          Problem.Kind.BAD_REQUEST,
                          "There is no format " + asked.get() + " of this.",
                          "Use one of those available.")
                      .with("available", formats.stream().map(Format::label).toList()));
    }
    return new Accept(RequestReader.header(request, HttpHeader.ACCEPT))
        .best(formats)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_ACCEPTABLE,
                        "This cannot be had in any format that Accept names.",
                        "Accept one of those available, or use format=.")
                    .with("available", formats.stream().map(Format::exactType).toList()));
  }

  /** Sends the answer that is kept, or that another request is making, or makes it. */
  private void shared(Making making, String words, String meaning, Lane.Place place) {
    Optional<Answer> known = pipeline.cache().byMeaning(meaning);
    if (known.isPresent()) {
      reply.from("meaning");
      pipeline.cache().remember(words, meaning);
      reply.send(known.get());
      return;
    }
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    Optional<CompletableFuture<Answer>> other = pipeline.cache().inTheMaking(meaning, mine);
    if (other.isPresent()) {
      place.close();
      joined(making, other.get(), words, meaning);
    } else {
      first(making, mine, words, meaning, place);
    }
  }

  private void first(
      Making making,
      CompletableFuture<Answer> mine,
      String words,
      String meaning,
      Lane.Place place) {
    Optional<Answer> made;
    try {
      made = making.make(place);
    } catch (RuntimeException | Error e) {
      pipeline.cache().failed(meaning, mine, e);
      throw e;
    }
    if (made.isPresent()) {
      pipeline.cache().made(meaning, mine, made.get());
      pipeline.cache().remember(words, meaning);
      reply.send(made.get());
    } else {
      pipeline.cache().failed(meaning, mine, new NotKept());
    }
  }

  /** Whoever waits for another has given up the place; if the other fails, it goes alone. */
  private void joined(
      Making making, CompletableFuture<Answer> other, String words, String meaning) {
    reply.from("joined");
    Lane.Place seat = pipeline.waitingRoom().enter();
    Answer answer;
    try {
      answer = other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem && problem.kind().isOfTheRequest()) {
        throw problem;
      }
      alone(making);
      return;
    } finally {
      seat.close();
    }
    pipeline.cache().remember(words, meaning);
    reply.send(answer);
  }

  private void alone(Making making) {
    Lane.Place place = pipeline.shortLane().enter();
    try {
      making.make(place).ifPresent(reply::send);
    } finally {
      place.close();
    }
  }
}
