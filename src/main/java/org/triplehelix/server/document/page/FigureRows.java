package org.triplehelix.server.document.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.triplehelix.server.site.Amounts;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/** Figures as people read them: the number with its hedge, and all that stands around it. */
public final class FigureRows {
  private static final Node MEASURE = Known.uri(TH.NS + "measure");
  private static final Node LEVEL = Known.uri(TH.NS + "Level");

  private final Known known;
  private final Proofs proofs;
  private final Amounts amounts;

  /** The figures of a site in a language. */
  public FigureRows(Site site, String language) {
    this(new Known(site, language));
  }

  FigureRows(Known known) {
    this.known = known;
    this.proofs = new Proofs(known);
    this.amounts = new Amounts(known.site(), known.language());
  }

  /** A figure. */
  public FigureRow of(Node figure) {
    Statement statement = proofs.statement(known.ref(figure), List.of(), List.of(figure), null);
    return new FigureRow(
        known.ref(figure),
        amounts.of(figure),
        statement.proofs().stream().map(Proof::wording).collect(Collectors.joining("；")),
        one(figure, Known.OF),
        one(figure, Known.INDICATOR),
        known.refs(known.values(figure, Known.CATEGORY)),
        known
            .value(figure, MEASURE)
            .filter(measure -> !measure.equals(LEVEL))
            .map(known::name)
            .orElse(""),
        period(figure),
        texts(figure, TH.scopeNote),
        statement);
  }

  private Ref one(Node figure, Node property) {
    return known.value(figure, property).map(known::ref).orElse(new Ref("", "", ""));
  }

  private String texts(Node figure, Node property) {
    return String.join("；", known.texts(known.values(figure, property)));
  }

  private Ref period(Node figure) {
    List<Ref> times =
        known.refs(
            Stream.of(TH.during, TH.relativeTime)
                .flatMap(property -> known.values(figure, property).stream())
                .toList());
    String text = times.stream().map(Ref::text).collect(Collectors.joining(" · "));
    return new Ref(text, known.languageOf(text), "");
  }
}
