package org.triplehelix.server.ask;

import org.triplehelix.server.pipeline.Address;

/** Paths with what is asked in them. */
final class Links {
  private Links() {}

  /** A path with one parameter. */
  static String with(String path, String parameter, String value) {
    return path
        + (path.indexOf('?') < 0 ? "?" : "&")
        + parameter
        + "="
        + Address.encodedValue(value);
  }

  /** The workbench with a query in it. */
  static String toWorkbench(String query) {
    return with("/query", "query", query);
  }
}
