package org.triplehelix.server.pipeline;

import java.io.OutputStream;

/** Shows a problem to people; how is the site's matter. */
public interface ProblemPage {
  /**
   * Writes a page.
   *
   * @param language {@code zh} or {@code en}
   * @param target path and query of what was asked, without the language, safe in a link
   * @param id the request's, for whoever asks about it
   */
  void write(Problem problem, String language, String target, String id, OutputStream out);
}
