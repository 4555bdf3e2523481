package org.triplehelix.server.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a client says that it takes, of an {@code Accept}, {@code Accept-Language} or {@code
 * Accept-Encoding} header (RFC 9110, 12.4 and 12.5): values and wildcards with their quality; the
 * most specific one decides, 0 refuses. A value with parameters is met by what has them.
 */
public final class Accept {
  private static final Pattern QUOTED_OR_COMMA = Pattern.compile("\"[^\"]*\"|,");
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*(?<name>[^\\s;=\"]+)\\s*=\\s*(?<value>\"[^\"]*\"|[^\\s;\"]*)");
  private static final Pattern QUALITY = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

  /** All is UTF-8, and a profile of JSON-LD is a wish; other parameters must be those of a form. */
  private static final Set<String> SETTLED = Set.of("charset", "profile");

  private final List<Range> ranges = new ArrayList<>();

  /**
   * What is taken.
   *
   * @param value in lower case, with the parameters that tell forms apart: {@code
   *     text/turtle;version=1.2}
   */
  private record Range(String value, double quality) {}

  /** Reads a header; what cannot be read in it is passed over. */
  public Accept(String header) {
    for (String part : parts(header)) {
      Map<String, String> parameters = parameters(part);
      String value = part.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
      double quality = quality(parameters.remove("q"));
      if (!value.isEmpty()) {
        ranges.add(new Range(value + said(parameters), quality));
      }
    }
  }

  /** What stands between commas that are not in quotes. */
  private static List<String> parts(String header) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    Matcher found = QUOTED_OR_COMMA.matcher(header);
    while (found.find()) {
      if (found.group().equals(",")) {
        parts.add(header.substring(start, found.start()));
        start = found.end();
      }
    }
    parts.add(header.substring(start));
    return parts;
  }

  private static Map<String, String> parameters(String part) {
    Map<String, String> parameters = new TreeMap<>();
    Matcher found = PARAMETER.matcher(part);
    while (found.find()) {
      parameters.putIfAbsent(
          found.group("name").toLowerCase(Locale.ROOT), found.group("value").replace("\"", ""));
    }
    return parameters;
  }

  private static String said(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(p -> !SETTLED.contains(p.getKey()))
        .map(p -> ";" + p.getKey() + "=" + p.getValue())
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT);
  }

  private static double quality(String value) {
    return value != null && QUALITY.matcher(value).matches() ? Double.parseDouble(value) : 1;
  }

  /** Whether it says nothing, so that anything will do. */
  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** The best of some formats, the first where several are as good; empty if none is taken. */
  Optional<Format> best(List<Format> formats) {
    Format best = null;
    double bestQuality = 0;
    for (Format format : formats) {
      double quality = quality(format);
      if (quality > bestQuality) {
        best = format;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  private double quality(Format format) {
    if (isEmpty()) {
      return 1;
    }
    double quality =
        exact(format.exactType()).or(() -> ofMediaType(format.mediaType())).orElse(-1.0);
    for (String alias : format.aliases()) {
      quality = Math.max(quality, exact(alias).orElse(-1.0));
    }
    return quality;
  }

  private Optional<Double> ofMediaType(String mediaType) {
    String type = mediaType.substring(0, mediaType.indexOf('/'));
    return exact(mediaType).or(() -> exact(type + "/*")).or(() -> exact("*/*"));
  }

  private Optional<Double> exact(String value) {
    return highest(value, String::equals);
  }

  private Optional<Double> highest(String value, BiPredicate<String, String> fits) {
    return ranges.stream()
        .filter(range -> fits.test(range.value(), value))
        .map(Range::quality)
        .max(Double::compare);
  }

  /** How much an encoding such as {@code gzip} is wanted; 0 if it is refused or not named. */
  double encoding(String name) {
    return exact(name).or(() -> exact("*")).orElse(0.0);
  }

  /** The best of some languages, by their first tags; the first where none is named. */
  String language(List<String> languages) {
    String best = languages.get(0);
    double bestQuality = 0;
    for (String language : languages) {
      double quality =
          highest(language, (range, tag) -> range.equals(tag) || range.startsWith(tag + "-"))
              .orElse(0.0);
      if (quality > bestQuality) {
        best = language;
        bestQuality = quality;
      }
    }
    return best;
  }
}
