package org.triplehelix.server.pipeline;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Sends files whole or in ranges (RFC 9110, 13 and 14) by Jetty's service, which holds no thread
 * meanwhile. Conditions are settled before: by tags, as the moment when a file was made says
 * nothing; ranges that nobody can read are passed over, and problems have the form of all others.
 */
final class FileAnswers extends ResourceService {
  private static final int BUFFER = 1 << 15;

  /** Of one request; more are not worth their boundaries. */
  private static final int MOST_RANGES = 32;

  private static final List<HttpHeader> CONDITIONS =
      List.of(
          HttpHeader.IF_MATCH,
          HttpHeader.IF_NONE_MATCH,
          HttpHeader.IF_MODIFIED_SINCE,
          HttpHeader.IF_UNMODIFIED_SINCE);

  private static final Pattern RANGES =
      Pattern.compile("bytes=\\s*[0-9]*-[0-9]*(\\s*,\\s*[0-9]*-[0-9]*){0," + MOST_RANGES + "}\\s*");

  FileAnswers() {
    setEtags(true);
    setAcceptRanges(true);
    setDirAllowed(false);
  }

  /**
   * What holds of a request's ranges for a file; its other conditions are settled before.
   *
   * @throws Problem if what is asked of it cannot be had
   */
  static HttpFields demand(Request request, StoredFile file) {
    HttpFields.Mutable fields = HttpFields.build(request.getHeaders());
    if (!takesRange(request, file)) {
      fields.remove(HttpHeader.RANGE);
    } else if (ByteRange.parse(fields.getValuesList(HttpHeader.RANGE), file.size()).isEmpty()) {
      throw new Problem(
              Problem.Kind.RANGE_NOT_SATISFIABLE,
              "There is nothing in that range: the file has " + file.size() + " bytes.",
              "Ask for a range within it, or for all.")
          .with("size", file.size())
          .withHeader("Content-Range", ByteRange.toNonSatisfiableHeaderValue(file.size()));
    }
    CONDITIONS.forEach(fields::remove);
    return fields.asImmutable();
  }

  private static boolean takesRange(Request request, StoredFile file) {
    List<String> ranges = request.getHeaders().getValuesList(HttpHeader.RANGE);
    String condition = request.getHeaders().get(HttpHeader.IF_RANGE);
    return HttpMethod.GET.is(request.getMethod())
        && ranges.size() == 1
        && RANGES.matcher(ranges.get(0)).matches()
        && (condition == null || condition.equals(file.etag()));
  }

  /**
   * Sends a file.
   *
   * @param fields that hold of the request
   * @param contentType its header
   */
  void send(
      StoredFile file,
      HttpFields fields,
      String contentType,
      Request request,
      Response response,
      Callback callback) {
    Request asked =
        new Request.Wrapper(request) {
          @Override
          public HttpFields getHeaders() {
            return fields;
          }
        };
    doGet(asked, response, callback, new Content(file, contentType, request));
  }

  /** A file with its tag, which its bytes decide and not the moment when it was made. */
  private static final class Content extends HttpContent.Wrapper {
    private final HttpField etag;

    Content(StoredFile file, String contentType, Request request) {
      super(
          new ResourceHttpContent(
              ResourceFactory.root().newResource(file.path()),
              contentType,
              new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), true, BUFFER)));
      etag = new HttpField(HttpHeader.ETAG, file.etag());
    }

    @Override
    public HttpField getETag() {
      return etag;
    }

    @Override
    public HttpField getLastModified() {
      return null;
    }
  }
}
