package org.triplehelix.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the ontology that the program itself reads or writes. */
public final class TH {
  /** The ontology's namespace, prefix {@code th:}. */
  public static final String NS = Family.BASE + "ontology#";

  /** The ontology itself. */
  public static final Node ONTOLOGY = NodeFactory.createURI(Family.BASE + "ontology");

  public static final Node Source = term("Source");
  public static final Node Section = term("Section");
  public static final Node Passage = term("Passage");
  public static final Node Release = term("Release");
  public static final Node SourceText = term("SourceText");

  public static final Node fileName = term("fileName");
  public static final Node fileDigest = term("fileDigest");
  public static final Node ranges = term("ranges");
  public static final Node digest = term("digest");
  public static final Node segment = term("segment");
  public static final Node sourcePrefix = term("sourcePrefix");
  public static final Node gloss = term("gloss");
  public static final Node asWritten = term("asWritten");
  public static final Node scopeNote = term("scopeNote");
  public static final Node underCondition = term("underCondition");
  public static final Node band = term("band");
  public static final Node relativeTime = term("relativeTime");
  public static final Node note = term("note");
  public static final Node noStatement = term("noStatement");

  public static final Node Inference = term("Inference");
  public static final Node restsOn = term("restsOn");
  public static final Node statedIn = term("statedIn");
  public static final Node status = term("status");
  public static final Node modality = term("modality");
  public static final Node speaker = term("speaker");
  public static final Node inCapacity = term("inCapacity");
  public static final Node saidBy = term("saidBy");
  public static final Node accordingTo = term("accordingTo");
  public static final Node cites = term("cites");
  public static final Node mentions = term("mentions");
  public static final Node during = term("during");
  public static final Node writtenBetween = term("writtenBetween");
  public static final Node from = term("from");
  public static final Node until = term("until");
  public static final Node lower = term("lower");
  public static final Node upper = term("upper");
  public static final Node rank = term("rank");
  public static final Node rankAtMost = term("rankAtMost");
  public static final Node runOfYears = term("runOfYears");
  public static final Node position = term("position");
  public static final Node timeLimit = term("timeLimit");
  public static final Node authority = term("authority");
  public static final Node contentHash = term("contentHash");
  public static final Node recordOf = term("recordOf");

  public static final Node Accepted = term("Accepted");
  public static final Node Doubted = term("Doubted");
  public static final Node Rejected = term("Rejected");
  public static final Node Stated = term("Stated");
  public static final Node Planned = term("Planned");
  public static final Node Recommended = term("Recommended");
  public static final Node Forecast = term("Forecast");
  public static final Node Opinion = term("Opinion");
  public static final Node Denied = term("Denied");

  private TH() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
