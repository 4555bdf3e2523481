package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * What the reading files say, taken apart.
 *
 * @param claims in the files' order
 * @param aboutPassages facts about passages themselves: speaker, marks, mentions; no claims
 * @param curation notes and glosses, which are the curators' words
 */
record Reading(List<Claim> claims, List<Triple> aboutPassages, List<Triple> curation) {
  Reading() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
