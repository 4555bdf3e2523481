package org.triplehelix.graph;

import java.nio.file.Path;
import java.util.*;
import org.apache.jena.graph.*;
import org.apache.jena.vocabulary.*;
import org.junit.jupiter.api.Test;
import org.triplehelix.infer.*;

class ReasonerTest {
  static Set<Triple> stated(Built b) {
    Set<Triple> s = new HashSet<>(b.inference().premises().accepted());
    s.addAll(b.inference().premises().doubted());
    return s;
  }

  @Test
  void explore() {
    Built built = ReleaseBuilder.buildWithPositions(Content.at(Path.of("")));
    long t = System.nanoTime();
    DescriptionLogic dl = new DescriptionLogic(stated(built));
    System.out.println(
        dl.isConsistent() + " " + dl.unsatisfiable() + " " + (System.nanoTime() - t) / 1e9);
    Set<Triple> dlFound = dl.assertions();
    System.out.println(dlFound.size() + " " + (System.nanoTime() - t) / 1e9);
    Set<Triple> ours = new HashSet<>(built.inference().sure());
    ours.addAll(built.inference().doubtful());
    int n = 0, m = 0;
    Map<String, Integer> c = new TreeMap<>();
    for (Triple x : ours)
      if (x.getObject().isURI() && dl.knows(x.getPredicate())
          || x.getPredicate().equals(RDF.Nodes.type)) {
        n++;
        if (!dlFound.contains(x)) {
          m++;
          if (m < 20) System.out.println("not DL: " + x);
        }
      }
    System.out.println("ours " + n + " not entailed " + m);
    int k = 0;
    for (Triple x : dlFound)
      if (!ours.contains(x) && !stated(built).contains(x)) {
        k++;
        c.merge(
            x.getPredicate() + " " + (x.getPredicate().equals(RDF.Nodes.type) ? x.getObject() : ""),
            1,
            Integer::sum);
      }
    System.out.println("missed " + k + " " + c);
  }
}
