package org.triplehelix.server.document.page;

import java.util.List;
import org.triplehelix.server.site.Amount;
import org.triplehelix.server.site.Ref;

/**
 * A figure as people read it.
 *
 * @param self leads to its page
 * @param amount hedge, number and unit
 * @param printed the wording of the document, in Chinese
 * @param of whose figure it is
 * @param indicator what is measured
 * @param categories of which kind
 * @param measure share, change …; empty for a level
 * @param period for which it holds; empty if none is stated
 * @param scope how far it reaches, as printed
 * @param statement its marks, notes and proofs
 */
public record FigureRow(
    Ref self,
    Amount amount,
    String printed,
    Ref of,
    Ref indicator,
    List<Ref> categories,
    String measure,
    Ref period,
    String scope,
    Statement statement) {}
