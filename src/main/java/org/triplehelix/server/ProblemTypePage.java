package org.triplehelix.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Frame;

/**
 * What a kind of problem means.
 *
 * @param frame around the page
 * @param kind of problem
 */
public record ProblemTypePage(Frame frame, Problem.Kind kind) {

  /** What it is called. */
  public String title() {
    return frame.text("problem." + kind.label());
  }

  /** What to do. */
  public String advice() {
    return frame.text("problem." + kind.label() + ".advice");
  }

  /** The same for programs. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", title());
    values.put("status", kind.status());
    values.put("advice", advice());
    return values;
  }
}
