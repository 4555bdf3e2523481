package org.triplehelix.server.reconcile;

import java.util.Locale;

/** What can be suggested. */
enum Part {
  ENTITY,
  TYPE,
  PROPERTY;

  /** As the protocol writes it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
