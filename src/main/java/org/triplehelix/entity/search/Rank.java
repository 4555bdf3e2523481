package org.triplehelix.entity.search;

import java.util.Locale;

/** How a name answers to what was asked, the best first. */
public enum Rank {
  /** It is that name. */
  EXACT,
  /** It is read so. */
  PINYIN,
  /** It begins so. */
  PREFIX,
  /** One of its words begins so. */
  WORD,
  /** It has all the words, in whatever order. */
  WORDS,
  /** Its Chinese characters have it in their midst. */
  SUBSTRING,
  /** Its words or characters begin with these letters, and there are no others. */
  INITIALS,
  /** A part of it is read so. */
  PINYIN_PART,
  /** It would be, but for one or two letters. */
  FUZZY;

  /** As clients read it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
