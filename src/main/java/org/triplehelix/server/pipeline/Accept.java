package org.triplehelix.server.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a client says that it takes, of an {@code Accept}, {@code Accept-Language} or {@code
 * Accept-Encoding} header (RFC 9110, 12.4 and 12.5): values and wildcards with their quality; the
 * most specific one decides, 0 refuses.
 */
public final class Accept {
  private final List<Range> ranges = new ArrayList<>();

  private record Range(String value, double quality) {}

  /** Reads a header; what cannot be read in it is passed over. */
  public Accept(String header) {
    for (String part : header.split(",")) {
      String[] pieces = part.trim().split("\\s*;\\s*");
      if (pieces.length > 0 && !pieces[0].isEmpty()) {
        ranges.add(new Range(pieces[0].toLowerCase(Locale.ROOT), quality(pieces)));
      }
    }
  }

  private static double quality(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      if (pieces[i].matches("[qQ]\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(pieces[i].substring(pieces[i].indexOf('=') + 1).trim());
      }
    }
    return 1;
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
    double quality = ofMediaType(format.mediaType()).orElse(-1.0);
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
