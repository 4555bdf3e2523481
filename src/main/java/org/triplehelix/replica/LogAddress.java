package org.triplehelix.replica;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Digest;
import org.triplehelix.source.Position;

/**
 * Where a log is: {@code kafka://host:port/topic}, or with several {@code host:port} after commas.
 *
 * @param servers brokers to begin with, with commas between
 * @param topic its name; it has one partition, and so one order
 */
public record LogAddress(String servers, String topic) {
  private static final String SERVER = "(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+\\]):[0-9]{1,5}";
  private static final Pattern FORM =
      Pattern.compile("kafka://(" + SERVER + "(?:," + SERVER + ")*)/([A-Za-z0-9._-]{1,249})");
  private static final int DIGITS = 12;

  /**
   * The address that a text gives.
   *
   * @throws BadInputException if it gives none
   */
  public static LogAddress of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new BadInputException(
          Position.of(text), "is no address of a log", "give it as kafka://host:port/topic");
    }
    return new LogAddress(form.group(1), form.group(2));
  }

  /** A name for a file or folder that has to do with this log and no other. */
  public String fileName() {
    return Digest.of(toString()).substring(0, DIGITS);
  }

  /** Why a client of the log failed, with what it only hints at. */
  static String reason(Exception failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.getMessage() : failure.getMessage() + ": " + cause.getMessage();
  }

  @Override
  public String toString() {
    return "kafka://" + servers + "/" + topic;
  }
}
