package org.triplehelix.server.pipeline;

import java.nio.ByteBuffer;
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

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "about:blank");
    json.put("title", HttpStatus.getMessage(code));
    json.put("status", code);
    json.put("detail", "The request cannot be read: " + message + ".");
    json.put("remedy", remedy(code));
    HttpFields common = Headers.common(DETAILS, "no-store", "Accept");
    common.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(Json.document(json)), callback);
  }

  private static String remedy(int code) {
    return switch (code) {
      case HttpStatus.BAD_REQUEST_400 ->
          "Write it as HTTP asks for it, with a path without // and encoded slashes, and what is no"
              + " letter or digit as % and two hexadecimal digits, in UTF-8.";
      case HttpStatus.URI_TOO_LONG_414 -> "Shorten the address; send a long query by POST.";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "Send fewer or shorter headers.";
      case HttpStatus.EXPECTATION_FAILED_417 -> "Leave Expect out.";
      default -> "Write the request as HTTP/1.1 asks for it.";
    };
  }
}
