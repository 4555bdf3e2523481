package org.triplehelix.server.analysis;

import java.util.Set;

/** From whose point of view something is told. */
enum View {
  /** Stated by the author of a document. */
  AUTHOR("author"),
  /** Put by the author in the mouth of somebody else: an official, an organisation, a report. */
  ATTRIBUTED("attributed"),
  /** Positions in rankings. */
  RANKINGS("rankings"),
  /** What somebody holds. */
  OPINIONS("opinions"),
  /** What is planned, recommended or expected. */
  PLANS("plans");

  private static final Set<String> AHEAD = Set.of("Planned", "Recommended", "Forecast");

  private final String label;

  View(String label) {
    this.label = label;
  }

  /** How the address names it. */
  String label() {
    return label;
  }

  /**
   * Whether something belongs to it.
   *
   * @param modality Stated, Planned …
   * @param isAttributed whether somebody else than the author says it
   */
  boolean takes(String modality, boolean isAttributed) {
    return switch (this) {
      case AUTHOR -> modality.equals("Stated") && !isAttributed;
      case ATTRIBUTED -> isAttributed;
      case OPINIONS -> modality.equals("Opinion");
      case PLANS -> AHEAD.contains(modality);
      case RANKINGS -> false;
    };
  }
}
