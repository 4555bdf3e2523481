package org.triplehelix.server.pipeline;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** The headers that answers have in common. */
final class Headers {
  static final String REQUEST_ID = "X-Request-Id";
  static final String SERVER_TIMING = "Server-Timing";

  /** What a page may do: nothing from elsewhere, no script within the page. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'self'";

  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private Headers() {}

  /** Of an answer in some format. */
  static HttpFields.Mutable common(Format format, String cacheControl, String vary) {
    HttpFields.Mutable headers = HttpFields.build();
    headers.put(HttpHeader.CONTENT_TYPE, format.contentType());
    headers.put(HttpHeader.CACHE_CONTROL, cacheControl);
    headers.put(HttpHeader.VARY, vary + ", Accept-Encoding");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Content-Security-Policy", format.equals(Format.HTML) ? PAGE_POLICY : DATA_POLICY);
    anyOrigin(headers);
    return headers;
  }

  /** Pages of any site may read what is here. */
  static void anyOrigin(HttpFields.Mutable headers) {
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put(
        "Access-Control-Expose-Headers",
        "ETag, Link, Location, Retry-After, Server-Timing, X-Request-Id");
  }
}
