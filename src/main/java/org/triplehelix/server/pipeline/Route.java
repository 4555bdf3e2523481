package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What answers under one path. Everything that routes share is done by the pipeline. */
public interface Route {

  /** On what the answer depends, and so how long it may be kept. */
  enum DependsOn {
    /** On the release alone: kept until it changes. */
    RELEASE,
    /** On the moment: never kept. */
    MOMENT
  }

  /** The path: {@code /health}, or with all below it {@code /page/*}. */
  String path();

  /** A path and query that are answered, or lead on, for tests and for people. */
  String example();

  /** GET, or GET and POST. HEAD and OPTIONS are done by the pipeline. */
  default Set<String> methods() {
    return Set.of("GET");
  }

  /**
   * The names of its parameters; {@code format}, {@code lang} and {@code release} are the
   * pipeline's.
   */
  default Set<String> parameters() {
    return Set.of();
  }

  /** The names of its parameters at one of its paths, where they differ from path to path. */
  default Set<String> parameters(String path) {
    return parameters();
  }

  /** Whether parameters that nobody knows are passed over, as protocols may demand. */
  default boolean passesUnknownParameters() {
    return false;
  }

  /** How large the body of a request may be, where that is less than the server allows. */
  default int requestBytes() {
    return Integer.MAX_VALUE;
  }

  /** Whether what is sent to it is kept out of the access log. */
  default boolean isConfidential() {
    return false;
  }

  /** Whether what a client asks of it counts against what it may ask in a time. */
  default boolean isCounted() {
    return true;
  }

  /** On what its answers depend. */
  default DependsOn dependsOn() {
    return DependsOn.RELEASE;
  }

  /** Whether its answers differ between languages. */
  default boolean speaks() {
    return false;
  }

  /**
   * Reads a request.
   *
   * @throws Problem if it cannot be answered
   */
  Prepared prepare(Call call);

  /** A request that was understood. */
  interface Prepared {

    /** The forms in which it can be answered, the most fitting first. */
    List<Format> formats();

    /** Whether the client chooses among them; else the address has named the first. */
    default boolean isNegotiable() {
      return true;
    }

    /** The same text for all requests with the same answer. */
    String canonical();

    /**
     * 200, or what has become of the request; asked when it is written. A redirection has a
     * Location among its headers and no body.
     */
    default int status() {
      return 200;
    }

    /** The status in a format, where one is answered here and another one elsewhere. */
    default int status(Format format) {
      return status();
    }

    /** Headers of its own, as Link and Location; asked when the answer is written or too long. */
    default Map<String, String> headers(Format format) {
      return Map.of();
    }

    /** Whether pages of any site may show it in a frame; else only those of this one. */
    default boolean isForFrames() {
      return false;
    }

    /** Whether the address names the release, so that the answer is the same for ever. */
    default boolean isPinned() {
      return false;
    }

    /** Whether it would be the same if asked again, of the same release. */
    default boolean isLasting() {
      return true;
    }

    /**
     * Writes the answer.
     *
     * @param attempt how far it may go
     * @throws Problem if that is not possible
     * @throws TooCostly if the attempt does not reach that far
     */
    void write(Format format, Attempt attempt, OutputStream out) throws IOException;
  }

  /** A request that is answered with a file, whole or in ranges, in the form that it names. */
  interface PreparedFile extends Prepared {

    /** The file, if it is there. */
    Optional<StoredFile> ready();

    /** Whether another request is making it. */
    boolean isInTheMaking();

    /** The file, made if it must be. */
    StoredFile file() throws IOException;

    @Override
    default boolean isNegotiable() {
      return false;
    }

    @Override
    default void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      Files.copy(file().path(), out);
    }
  }
}
