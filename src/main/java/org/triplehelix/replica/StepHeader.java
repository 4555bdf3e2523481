package org.triplehelix.replica;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What the headers of each part say of its step.
 *
 * @param id of the attempt to send it
 * @param before state of the release that it starts from; {@link #WHOLE} if it holds all of a
 *     release
 * @param after state of the release that it leads to
 * @param parts how many there are
 * @param whole offset where the last whole release before it begins; -1 if it is one
 */
record StepHeader(String id, String before, String after, int parts, long whole) {
  /** Instead of a state: from nothing. */
  static final String WHOLE = "none";

  private static final Pattern STATE =
      Pattern.compile("[0-9a-f]{64}-[0-9a-f]{64}(?:-([0-9a-f]{64}))?");
  private static final int MOST_PARTS = 10_000_000;

  /** What a part holds. */
  enum Kind {
    /** RDF Patch of the release. */
    PATCH,
    /** RDF Patch of the layers beside it. */
    LAYERS,
    /** A piece of the packed files. */
    FILES
  }

  boolean isWhole() {
    return before.equals(WHOLE);
  }

  /** The hash of the layers that it leads to; empty if it leads to none. */
  String layersAfter() {
    Matcher state = STATE.matcher(after);
    return state.matches() && state.group(1) != null ? state.group(1) : "";
  }

  /** The headers of one of its parts. */
  List<Header> of(int part, Kind kind) {
    return List.of(
        header("step", id),
        header("part", Integer.toString(part)),
        header("parts", Integer.toString(parts)),
        header("before", before),
        header("after", after),
        header("whole", Long.toString(whole)),
        header("kind", kind.name()));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** What a part says. */
  static StepHeader in(ConsumerRecord<byte[], byte[]> part) throws Poisoned {
    StepHeader header =
        new StepHeader(
            text(part, "step"),
            text(part, "before"),
            text(part, "after"),
            (int) number(part, "parts", 1, MOST_PARTS),
            number(part, "whole", -1, part.offset()));
    if (!STATE.matcher(header.after).matches()
        || !header.isWhole() && !STATE.matcher(header.before).matches()) {
      throw new Poisoned(part.offset(), "names a release by what is no hash");
    }
    return header;
  }

  /** Which of the parts it is, from one. */
  static int part(ConsumerRecord<byte[], byte[]> part) throws Poisoned {
    return (int) number(part, "part", 1, MOST_PARTS);
  }

  /** What it holds. */
  static Kind kind(ConsumerRecord<byte[], byte[]> part) throws Poisoned {
    try {
      return Kind.valueOf(text(part, "kind"));
    } catch (IllegalArgumentException e) {
      throw new Poisoned(part.offset(), "holds a part of a kind that is not known");
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> part, String name) throws Poisoned {
    Header header = part.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new Poisoned(
          part.offset(), "holds what is no part of a release: header " + name + " is missing");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static long number(
      ConsumerRecord<byte[], byte[]> part, String name, long least, long most) throws Poisoned {
    try {
      long number = Long.parseLong(text(part, name));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Poisoned(part.offset(), "has no number as header " + name);
    }
    throw new Poisoned(part.offset(), "has a number as header " + name + " that cannot be");
  }
}
