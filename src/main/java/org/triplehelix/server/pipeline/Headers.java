package org.triplehelix.server.pipeline;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** The headers that answers have in common. */
final class Headers {
  static final String REQUEST_ID = "X-Request-Id";
  static final String SERVER_TIMING = "Server-Timing";
  static final String RELEASE = "X-Release";
  static final String LAYERS = "X-Layers";

  private static final String NOSNIFF = "X-Content-Type-Options";
  private static final String REFERRER = "Referrer-Policy";
  private static final String POLICY = "Content-Security-Policy";

  /** What frame-ancestors says, for browsers that do not know it. */
  private static final String FRAME_OPTIONS = "X-Frame-Options";

  /** What a page may do: nothing from elsewhere, no script within the page. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors ";

  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private Headers() {}

  /** Lets pages of any site show a page in a frame. */
  static void openToFrames(HttpFields.Mutable headers) {
    headers.put(POLICY, PAGE_POLICY + "*");
    headers.remove(FRAME_OPTIONS);
  }

  /** Of an answer in some format. */
  static HttpFields.Mutable common(Format format, String cacheControl, String vary) {
    HttpFields.Mutable headers = HttpFields.build();
    headers.put(HttpHeader.CONTENT_TYPE, format.contentType());
    headers.put(HttpHeader.CACHE_CONTROL, cacheControl);
    headers.put(HttpHeader.VARY, vary + ", Accept-Encoding");
    headers.put(NOSNIFF, "nosniff");
    headers.put(REFERRER, "no-referrer");
    boolean isPage = format.mediaType().equals(Format.HTML.mediaType());
    headers.put(POLICY, isPage ? PAGE_POLICY + "'self'" : DATA_POLICY);
    headers.put(FRAME_OPTIONS, isPage ? "SAMEORIGIN" : "DENY");
    anyOrigin(headers);
    return headers;
  }

  /** Of the answer to OPTIONS, which is what browsers ask before they let a page ask. */
  static HttpFields ofOptions(String methods) {
    HttpFields.Mutable headers = HttpFields.build();
    headers.put(HttpHeader.ALLOW, methods);
    headers.put(NOSNIFF, "nosniff");
    headers.put(REFERRER, "no-referrer");
    headers.put(POLICY, DATA_POLICY);
    headers.put(FRAME_OPTIONS, "DENY");
    anyOrigin(headers);
    headers.put("Access-Control-Allow-Methods", methods);
    headers.put(
        "Access-Control-Allow-Headers",
        "Accept, Accept-Language, Content-Type, If-None-Match, If-Range, Range");
    headers.put("Access-Control-Max-Age", "86400");
    return headers.asImmutable();
  }

  /** Pages of any site may read what is here. */
  private static void anyOrigin(HttpFields.Mutable headers) {
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put(
        "Access-Control-Expose-Headers",
        "ETag, Link, Location, Accept-Ranges, Content-Range, Content-Disposition, Retry-After,"
            + " Server-Timing, X-Release, X-Layers, X-Log-Offset, X-Log-Lag, X-Request-Id");
  }
}
