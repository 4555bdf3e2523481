package org.triplehelix.server.figure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One passage that says what a row or a statement says.
 *
 * @param statement what it says, with prefixes; empty for a node, which says much at once
 * @param claim the IRI of the claim; empty if nobody says it and it follows
 * @param passage the IRI of the sentence; empty if it follows
 * @param gloss the sentence in our words
 * @param wording as written in it, a few words; empty if that is not kept
 * @param status Accepted, Doubted or Rejected; Inferred if it follows; empty for a mention
 * @param modality Stated, Planned …
 * @param saidBy the IRI of whoever says it; empty for the author
 */
public record Attestation(
    String statement,
    String claim,
    String passage,
    String gloss,
    String wording,
    String status,
    String modality,
    String saidBy) {
  /** That nobody says it and it follows. */
  public static final String INFERRED = "Inferred";

  /** That it follows only from what is doubted. */
  public static final String INFERRED_FROM_DOUBTED = "InferredFromDoubted";

  /** For plain JSON; without what is empty. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("passage", passage);
    json.put("gloss", gloss);
    json.put("wording", wording);
    json.put("status", status);
    json.put("modality", modality);
    json.put("saidBy", saidBy);
    json.put("claim", claim);
    json.put("statement", statement);
    json.values().removeIf(""::equals);
    return json;
  }
}
