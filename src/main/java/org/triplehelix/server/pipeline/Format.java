package org.triplehelix.server.pipeline;

import java.util.Set;

/**
 * A form in which an answer can be given.
 *
 * @param label how {@code format=} names it: json, ttl …
 * @param mediaType without parameters
 * @param charset what is said of it in {@code Content-Type}; empty where the media type says it
 * @param aliases other names and media types under which clients ask for it
 */
public record Format(String label, String mediaType, String charset, Set<String> aliases) {
  /** For people. */
  public static final Format HTML = Format.text("html", "text/html", "application/xhtml+xml");

  /** For programs. */
  public static final Format JSON = Format.of("json", "application/json");

  /** For both, without any mark-up. */
  public static final Format PLAIN = Format.text("text", "text/plain");

  /** A form whose media type settles how characters are written. */
  public static Format of(String label, String mediaType, String... aliases) {
    return new Format(label, mediaType, "", Set.of(aliases));
  }

  /** A form that has to say that it is written in UTF-8. */
  public static Format text(String label, String mediaType, String... aliases) {
    return new Format(label, mediaType, "utf-8", Set.of(aliases));
  }

  /** Whether it is meant by a name in {@code format=}. */
  boolean isCalled(String name) {
    return label.equals(name) || mediaType.equals(name) || aliases.contains(name);
  }

  /** The header. */
  public String contentType() {
    return charset.isEmpty() ? mediaType : mediaType + "; charset=" + charset;
  }
}
