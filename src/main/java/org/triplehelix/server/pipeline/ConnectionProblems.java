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
    json.put("remedy", "Write the request as HTTP asks for it, and not too long.");
    HttpFields common = Headers.common(DETAILS, "no-store", "Accept");
    common.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(Json.document(json)), callback);
  }
}
