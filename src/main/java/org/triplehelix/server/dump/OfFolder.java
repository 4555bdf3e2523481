package org.triplehelix.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.StoredFile;
import org.triplehelix.server.pipeline.TooCostly;

/**
 * What tells sizes and checksums of all files of a folder: long work if they must be made. Only the
 * page for people does not wait for them.
 */
abstract class OfFolder implements Route.Prepared {
  private final ReleaseDumps dump;
  private final String folder;
  private final List<Format> formats;

  OfFolder(ReleaseDumps dump, String folder, List<Format> formats) {
    this.dump = dump;
    this.folder = folder;
    this.formats = formats;
  }

  abstract void write(Format format, Map<DumpFile, Optional<StoredFile>> files, OutputStream out)
      throws IOException;

  @Override
  public List<Format> formats() {
    return formats;
  }

  @Override
  public String canonical() {
    return dump.hash() + "/" + folder;
  }

  @Override
  public Map<String, String> headers(Format format) {
    return Map.of("X-Release", dump.hash());
  }

  private boolean isMade() {
    return dump.in(folder).stream().allMatch(file -> dump.ready(file).isPresent());
  }

  /** The page tells more once more files are made. */
  @Override
  public boolean isLasting() {
    return isMade() || !formats.contains(Format.HTML);
  }

  @Override
  public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
    if (!format.equals(Format.HTML) && attempt.isShort() && !isMade()) {
      throw new TooCostly();
    }
    Map<DumpFile, Optional<StoredFile>> files = new LinkedHashMap<>();
    for (DumpFile file : dump.in(folder)) {
      boolean waits = !format.equals(Format.HTML);
      files.put(file, waits ? Optional.of(dump.stored(file)) : dump.ready(file));
    }
    write(format, files, out);
  }
}
