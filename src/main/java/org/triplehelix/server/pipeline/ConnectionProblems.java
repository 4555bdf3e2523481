package org.triplehelix.server.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells what is wrong with a request that never became one, in the form of all other problems. */
public final class ConnectionProblems extends ErrorHandler {
  private static final Format DETAILS = Format.of("problem", "application/problem+json");

  private static final Map<Integer, Limit> LIMITS =
      Map.of(
          HttpStatus.URI_TOO_LONG_414,
          Limit.URI_BYTES,
          HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431,
          Limit.HEADER_BYTES,
          HttpStatus.REQUEST_TIMEOUT_408,
          Limit.HEADER_TIME);

  private final Metrics metrics;

  /**
   * Problems of connections.
   *
   * @param metrics count those that come from limits
   */
  public ConnectionProblems(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Whatever the method: none is told with a bare status. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    HttpFields common = Headers.common(DETAILS, "no-store", "Accept");
    common.forEach(response.getHeaders()::put);
    int status = told(code);
    response.setStatus(status);
    byte[] body = body(status, detail(status, message), metrics);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** There is nothing to upgrade to: another version of HTTP is one that is not spoken. */
  private static int told(int code) {
    return code == HttpStatus.UPGRADE_REQUIRED_426
        ? HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
        : code;
  }

  private static String detail(int code, String message) {
    if (code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
      return "The request is in a version of HTTP that is not spoken here.";
    }
    if (HttpStatus.isServerError(code) && code != HttpStatus.NOT_IMPLEMENTED_501) {
      return "The server failed; it is not your fault.";
    }
    boolean saysMore = message != null && !message.equals(HttpStatus.getMessage(code));
    return "The request cannot be read" + (saysMore ? ": " + message : "") + ".";
  }

  /**
   * A whole answer of HTTP to one whose request does not come.
   *
   * @param detail what is wrong, a sentence
   */
  public static ByteBuffer answer(int code, String detail, Metrics metrics) {
    byte[] body = body(code, detail, metrics);
    StringBuilder head = new StringBuilder();
    head.append("HTTP/1.1 ").append(code).append(' ').append(HttpStatus.getMessage(code));
    head.append("\r\n");
    HttpFields.build(Headers.common(DETAILS, "no-store", "Accept"))
        .put("Content-Length", body.length)
        .put("Connection", "close")
        .forEach(field -> head.append(field).append("\r\n"));
    head.append("\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(first.length + body.length).put(first).put(body).flip();
  }

  private static byte[] body(int code, String detail, Metrics metrics) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "about:blank");
    json.put("title", HttpStatus.getMessage(code));
    json.put("status", code);
    json.put("detail", detail);
    json.put("remedy", remedy(code));
    Limit limit = LIMITS.get(code);
    if (limit != null) {
      json.put("limit", limit.label());
      metrics.rejected(limit);
    }
    return Json.document(json);
  }

  private static String remedy(int code) {
    return switch (code) {
      case HttpStatus.BAD_REQUEST_400 ->
          "Write it as HTTP asks for it, with a path without // and encoded slashes, and what is no"
              + " letter or digit as % and two hexadecimal digits, in UTF-8.";
      case HttpStatus.URI_TOO_LONG_414 -> "Shorten the address; send a long query by POST.";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "Send fewer or shorter headers.";
      case HttpStatus.REQUEST_TIMEOUT_408 -> "Send it faster.";
      case HttpStatus.EXPECTATION_FAILED_417 -> "Leave Expect out.";
      default -> "Write the request as HTTP/1.1 asks for it.";
    };
  }
}
