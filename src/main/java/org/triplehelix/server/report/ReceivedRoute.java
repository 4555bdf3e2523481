package org.triplehelix.server.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.triplehelix.report.Receipt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Thanks for a report and shows its receipt, of which nothing else is shown. */
final class ReceivedRoute implements Route {
  private static final String PATH = ReportRoute.PATH + "/received";

  private final Desk desk;

  ReceivedRoute(Desk desk) {
    this.desk = desk;
  }

  /** Where a receipt is shown. */
  static String of(Receipt receipt) {
    return PATH + "?receipt=" + receipt;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return of(new Receipt(LocalDate.of(2026, 11, 20), 1));
  }

  @Override
  public Set<String> parameters() {
    return Set.of("receipt");
  }

  @Override
  public DependsOn dependsOn() {
    return DependsOn.MOMENT;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    desk.demandOpen();
    Receipt receipt =
        call.parameter("receipt")
            .flatMap(Receipt::parse)
            .orElseThrow(
                () ->
                    new Problem(
                        Problem.Kind.BAD_REQUEST,
                        "There is no receipt, or one that was mistyped.",
                        "Write it as it was given: its last letter tells mistyped digits."));
    ReceivedPage page =
        new ReceivedPage(desk.site().frame(call.language(), of(receipt)), receipt.toString());
    return new Fixed(
        List.of(Format.HTML),
        "",
        (format, out) -> desk.site().pages().write("received.jte", page, out));
  }
}
