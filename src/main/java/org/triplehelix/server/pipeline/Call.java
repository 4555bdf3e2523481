package org.triplehelix.server.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A request as routes see it.
 *
 * @param method GET or POST; HEAD is told as GET
 * @param path decoded
 * @param parameters of the query string and of a form, decoded
 * @param contentType of the body, without parameters, in lower case; empty if there is none
 * @param body its text; empty if it is a form or there is none
 * @param language {@code zh} or {@code en}
 * @param caller who asks
 */
public record Call(
    String method,
    String path,
    Map<String, List<String>> parameters,
    String contentType,
    String body,
    String language,
    Caller caller) {

  /**
   * Who asks.
   *
   * @param address the client's, as the server's door knows it
   * @param isLocal whether it is this machine itself, and no proxy that asks for another
   * @param authorization the header of that name; empty if there is none
   * @param page where a browser says that it asks from
   */
  public record Caller(String address, boolean isLocal, String authorization, Page page) {}

  /**
   * The page from which a browser asks; of programs all is empty but the host.
   *
   * @param site {@code Sec-Fetch-Site}: whether it is of the same origin, the same site, another
   * @param origin {@code Origin}: the page's scheme, host and port
   * @param host {@code Host}: what is asked
   */
  public record Page(String site, String origin, String host) {
    /** Of a program. */
    public static final Page NONE = new Page("", "", "");

    /**
     * Whether it is a page of another origin.
     *
     * @param own an address under which the server is known
     */
    public boolean isElsewhere(String own) {
      if (!site.isEmpty()) {
        return !site.equals("same-origin") && !site.equals("none");
      }
      return !origin.isEmpty()
          && !(own + "/").startsWith(origin + "/")
          && !origin.equals("http://" + host)
          && !origin.equals("https://" + host);
    }
  }

  /**
   * The one value of a parameter.
   *
   * @throws Problem if it is given more than once
   */
  public Optional<String> parameter(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "The parameter " + name + " is given " + values.size() + " times.",
          "Give it once.");
    }
    return values.stream().findFirst();
  }

  /** All values of a parameter. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /**
   * Path and query as an address writes them: the same for the same values, and for no others.
   *
   * @param names of the parameters that belong to it
   */
  public String target(Predicate<String> names) {
    return target(Address.encoded(path), new TreeMap<>(parameters), names);
  }

  /** An encoded path with those of some parameters that belong to it. */
  static String target(String path, Map<String, List<String>> parameters, Predicate<String> names) {
    String query =
        parameters.entrySet().stream()
            .filter(of -> names.test(of.getKey()))
            .flatMap(of -> of.getValue().stream().map(value -> written(of.getKey(), value)))
            .collect(Collectors.joining("&"));
    return path + (query.isEmpty() ? "" : "?" + query);
  }

  private static String written(String name, String value) {
    return Address.encodedValue(name) + "=" + Address.encodedValue(value);
  }
}
