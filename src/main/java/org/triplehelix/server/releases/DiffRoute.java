package org.triplehelix.server.releases;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.triplehelix.diff.DiffReport;
import org.triplehelix.diff.DiffText;
import org.triplehelix.diff.ReleaseDiff;
import org.triplehelix.export.PatchExport;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.TooCostly;

/** What changed from one release to another, to be read or to be applied. */
final class DiffRoute implements Route {
  /** As Jena writes it; no media type is registered. */
  static final Format PATCH = Format.text("patch", "application/rdf-patch", "text/rdf-patch");

  private static final String FOLDER = "/releases/";

  private final History history;
  private final String served;

  DiffRoute(History history, Releases releases) {
    this.history = history;
    this.served = releases.current().shortHash();
  }

  /** The path of a difference. */
  static String path(String before, String after) {
    return FOLDER + before + "/" + after;
  }

  @Override
  public String path() {
    return FOLDER + "*";
  }

  @Override
  public String example() {
    return path(served, served);
  }

  @Override
  public Prepared prepare(Call call) {
    String[] names = call.path().substring(FOLDER.length()).split("/", -1);
    if (names.length != 2) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "There is nothing at " + call.path() + ".",
          "Write /releases/ and the hashes of two releases, with a slash between them.");
    }
    return new Difference(history.hash(names[0]), history.hash(names[1]));
  }

  private final class Difference implements Prepared {
    private final String before;
    private final String after;

    Difference(String before, String after) {
      this.before = before;
      this.after = after;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.PLAIN, PATCH);
    }

    @Override
    public String canonical() {
      return before + " " + after;
    }

    @Override
    public boolean isPinned() {
      return true;
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      if (attempt.isShort()) {
        throw new TooCostly();
      }
      ReleaseDiff diff = history.diff(before, after);
      if (format.equals(PATCH)) {
        PatchExport.write(diff, out);
      } else {
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        new DiffText(diff, new DiffReport(diff), new DiffText.Style(false, false)).write(writer);
        writer.flush();
      }
    }
  }
}
