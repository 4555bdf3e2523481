package org.triplehelix.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/** Takes reports into a folder, for one server. */
public final class ReportLog implements AutoCloseable {
  private final Path file;
  private final FolderLock lock;
  private final Journal journal;
  private final Clock clock;
  private long last;

  private ReportLog(Path file, FolderLock lock, Journal journal, Clock clock, long last) {
    this.file = file;
    this.lock = lock;
    this.journal = journal;
    this.clock = clock;
    this.last = last;
  }

  /**
   * Opens a folder, which is made if it is not there.
   *
   * @throws BadInputException if it cannot be written, is in use, or what it holds is damaged
   */
  public static ReportLog open(Path folder) {
    return open(folder, Clock.systemUTC());
  }

  static ReportLog open(Path folder, Clock clock) {
    try {
      Files.createDirectories(folder);
      FolderLock lock =
          FolderLock.tryTo(folder.resolve("server.lock")).orElseThrow(() -> inUse(folder));
      try {
        return opened(folder.resolve(ReportFolder.REPORTS), lock, clock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(folder.toString()),
          "reports cannot be kept here: " + e.getMessage(),
          "make room, or give --reports a folder that can be written");
    }
  }

  private static ReportLog opened(Path file, FolderLock lock, Clock clock) throws IOException {
    Journal journal = Journal.open(file);
    try {
      long last = Lines.reports(file).stream().mapToLong(f -> f.receipt().number()).max().orElse(0);
      return new ReportLog(file, lock, journal, clock, last);
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private static BadInputException inUse(Path folder) {
    return new BadInputException(
        Position.of(folder.toString()),
        "another server keeps its reports here",
        "stop that one, or give --reports another folder");
  }

  /** What to tell whoever starts the server; empty if all was in order. */
  public String notice() {
    return journal.torn() == 0
        ? ""
        : "The last line of "
            + file
            + " was never finished, and so never acknowledged; its "
            + journal.torn()
            + " bytes are now in "
            + Journal.tornPath(file).getFileName()
            + ".";
  }

  /**
   * Keeps a report. When it returns, the report is on the disk.
   *
   * @param release the hash of the release that its reader saw
   * @throws NotStored if it was not kept
   */
  public synchronized Receipt add(Report report, String release) throws NotStored {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Receipt receipt = new Receipt(LocalDate.ofInstant(now, ZoneOffset.UTC), last + 1);
    journal.append(Lines.of(new FiledReport(receipt, now, release, report, List.of())));
    last = receipt.number();
    return receipt;
  }

  @Override
  public void close() {
    journal.close();
    lock.close();
  }
}
