package org.triplehelix.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.StoredFile;
import org.triplehelix.server.pipeline.TooCostly;

/** What tells sizes and checksums of all files of a folder: long work if they must be made. */
abstract class OfFolder implements Route.Prepared {
  private final ReleaseDumps dump;
  private final String folder;
  private final List<Format> formats;

  OfFolder(ReleaseDumps dump, String folder, List<Format> formats) {
    this.dump = dump;
    this.folder = folder;
    this.formats = formats;
  }

  abstract void write(Format format, Map<DumpFile, StoredFile> files, OutputStream out)
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

  @Override
  public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
    List<DumpFile> files = dump.in(folder);
    if (attempt.isShort() && files.stream().anyMatch(file -> dump.ready(file).isEmpty())) {
      throw new TooCostly();
    }
    Map<DumpFile, StoredFile> stored = new LinkedHashMap<>();
    for (DumpFile file : files) {
      stored.put(file, dump.stored(file));
    }
    write(format, stored, out);
  }
}
