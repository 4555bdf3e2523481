package org.triplehelix.server.reading;

import java.util.List;
import org.triplehelix.server.site.Ref;

/**
 * A lesson with what it rests on.
 *
 * @param claim what ought to be learned, and where it is said
 * @param cases from whom; may be empty
 * @param audiences for whom; may be empty
 * @param themes what about
 * @param kind drawn from a case, a part of another, or advice with no case named
 * @param whole of which it is a part
 * @param earlier that it says again
 * @param evidence claims on which it rests
 */
public record Lesson(
    Claim claim,
    List<Ref> cases,
    List<Ref> audiences,
    List<Ref> themes,
    Ref kind,
    List<Ref> whole,
    List<Ref> earlier,
    List<Claim> evidence) {

  /** The document. */
  public Ref source() {
    return claim.place().source();
  }
}
