package org.triplehelix.server.api;

import java.util.List;
import org.triplehelix.server.pipeline.Route;

/** A route that the description of the API tells of. */
interface Documented extends Route {
  /** What can be asked at its paths. */
  List<Operation> operations();

  /** What it answers, in Chinese. */
  default String chinese() {
    return operations().get(0).chinese();
  }

  /** What it answers, in English. */
  default String english() {
    return operations().get(0).english();
  }
}
