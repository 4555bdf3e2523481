package org.triplehelix.server.dump;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.StoredFile;

/** The files of one release, by name; what has no name here is no file. */
final class ReleaseDumps {
  private final String hash;
  private final Supplier<Release> release;
  private final DumpStore store;
  private final Map<String, DumpFile> files = new LinkedHashMap<>();

  /**
   * The files of a release.
   *
   * @param release asked again for each file that is made, so that it need not be held
   */
  ReleaseDumps(String hash, Supplier<Release> release, DumpStore store) {
    this.hash = hash;
    this.release = release;
    this.store = store;
    DumpFile.of(release.get()).forEach(file -> files.put(file.name(), file));
  }

  String hash() {
    return hash;
  }

  Optional<DumpFile> named(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The files of a folder; none if there is no such folder. */
  List<DumpFile> in(String folder) {
    return files.values().stream().filter(file -> file.folder().equals(folder)).toList();
  }

  Optional<StoredFile> ready(DumpFile file) {
    return store.ready(key(file));
  }

  boolean isInTheMaking(DumpFile file) {
    return store.isInTheMaking(key(file));
  }

  /** A file as stored, made if it must be. */
  StoredFile stored(DumpFile file) throws IOException {
    if (file.compressed()) {
      StoredFile plain = stored(file.plain());
      return store.file(key(file), out -> DumpFile.compress(plain, out));
    }
    return store.file(key(file), out -> file.write(release.get(), out));
  }

  private String key(DumpFile file) {
    return hash + "/" + file.name();
  }
}
