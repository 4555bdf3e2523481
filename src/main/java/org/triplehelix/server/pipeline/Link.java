package org.triplehelix.server.pipeline;

/** A link in a header (RFC 8288). */
public final class Link {
  private Link() {}

  /** A link to an address. */
  public static String to(String target, String relation) {
    return "<" + target + ">; rel=\"" + relation + "\"";
  }

  /** A link to an address in some format. */
  public static String to(String target, String relation, Format format) {
    return to(target, relation) + "; type=\"" + format.exactType() + "\"";
  }
}
