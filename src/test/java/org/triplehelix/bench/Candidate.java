package org.triplehelix.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * A server to be measured.
 *
 * @param name in the table
 * @param endpoint where and how it is asked
 * @param command that starts it on a port
 * @param loading brings it the data
 */
record Candidate(
    String name, Endpoint endpoint, IntFunction<List<String>> command, Loading loading) {

  /**
   * Where a server answers queries.
   *
   * @param path without parameters
   * @param defaultGraph to be named with each query that names no graph; empty where the default
   *     graph is asked without
   * @param describesAlike whether it describes things as the others do, which SPARQL leaves open
   */
  record Endpoint(String path, String defaultGraph, boolean describesAlike) {
    Endpoint(String path) {
      this(path, "", true);
    }
  }

  /** How the data come into a server that was started. */
  interface Loading {
    /** The server reads them itself, and tells in its log how long it took if that is known. */
    Loading BY_ITSELF = port -> OptionalDouble.empty();

    /** Loads; gives the seconds it took, without the start of the server. */
    OptionalDouble load(int port);
  }
}
