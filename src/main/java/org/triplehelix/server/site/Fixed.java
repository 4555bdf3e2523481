package org.triplehelix.server.site;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/**
 * An answer that is quickly made.
 *
 * @param formats in which it can be had
 * @param canonical the same for the same answer
 * @param writer writes it in one of them
 */
public record Fixed(List<Format> formats, String canonical, Writer writer)
    implements Route.Prepared {

  /** Writes an answer. */
  public interface Writer {
    void write(Format format, OutputStream out) throws IOException;
  }

  @Override
  public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
    writer.write(format, out);
  }
}
