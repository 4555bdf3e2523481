package org.triplehelix.server.pipeline;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form in which an answer can be given.
 *
 * @param label how {@code format=} names it: json, ttl …
 * @param mediaType without parameters
 * @param charset what is said of it in {@code Content-Type}; empty where the media type says it
 * @param version the media type's parameter of that name; empty if it has none
 * @param aliases other names and media types under which clients ask for it
 */
public record Format(
    String label, String mediaType, String charset, String version, Set<String> aliases) {
  /** For people. */
  public static final Format HTML = Format.text("html", "text/html", "application/xhtml+xml");

  /** For programs. */
  public static final Format JSON = Format.of("json", "application/json");

  /** For both, without any mark-up. */
  public static final Format PLAIN = Format.text("text", "text/plain");

  /** A form whose media type settles how characters are written. */
  public static Format of(String label, String mediaType, String... aliases) {
    return new Format(label, mediaType, "", "", Set.of(aliases));
  }

  /** A form that has to say that it is written in UTF-8. */
  public static Format text(String label, String mediaType, String... aliases) {
    return new Format(label, mediaType, "utf-8", "", Set.of(aliases));
  }

  /**
   * Another version of this form, which its media type tells: {@code text/turtle;version=1.2},
   * {@code ttl-1.2}. Under the bare names it is found too, where it stands before this one.
   */
  public Format inVersion(String other) {
    Set<String> names =
        Stream.concat(Stream.of(label), aliases.stream())
            .filter(name -> name.indexOf(';') < 0)
            .collect(Collectors.toUnmodifiableSet());
    return new Format(label + "-" + other, mediaType, charset, other, names);
  }

  /** Whether it is meant by a name in {@code format=}. */
  boolean isCalled(String name) {
    return label.equals(name)
        || mediaType.equals(name)
        || exactType().equals(name)
        || aliases.contains(name);
  }

  /** The media type with its version, if it has one: what {@code Accept} may name. */
  public String exactType() {
    return version.isEmpty() ? mediaType : mediaType + ";version=" + version;
  }

  /** The header. */
  public String contentType() {
    return mediaType
        + (charset.isEmpty() ? "" : "; charset=" + charset)
        + (version.isEmpty() ? "" : "; version=" + version);
  }
}
