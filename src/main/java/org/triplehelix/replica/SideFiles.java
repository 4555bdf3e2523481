package org.triplehelix.replica;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.triplehelix.export.ReleasePublisher;
import org.triplehelix.graph.Content;
import org.triplehelix.source.Digest;

/**
 * What a server needs beside the statements of a release: saved questions and networks, as files.
 */
final class SideFiles {
  private final SortedMap<String, byte[]> files;

  private SideFiles(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /** Those of a folder. */
  static SideFiles of(Content content) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : ReleasePublisher.FOLDERS) {
      Path folder = content.root().resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.walk(folder)) {
          for (Path file : found.filter(Files::isRegularFile).toList()) {
            String path = content.root().relativize(file).toString().replace('\\', '/');
            files.put(path, Files.readAllBytes(file));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return new SideFiles(files);
  }

  /**
   * Those that were packed.
   *
   * @throws IOException if the bytes are damaged, or hold a file that has no place here
   */
  static SideFiles unpacked(byte[] packed) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        demandPlace(entry.getName());
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("a file has no name that can be read", e);
    }
    return new SideFiles(files);
  }

  private static void demandPlace(String name) throws IOException {
    if (ReleasePublisher.FOLDERS.stream().noneMatch(folder -> name.startsWith(folder + "/"))
        || List.of(name.split("/")).contains("..")
        || name.contains("\\")) {
      throw new IOException("a file has no place in a release: " + name);
    }
  }

  /** All of them as bytes: the same files, the same bytes. */
  byte[] packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Takes each file's name and bytes in. */
  void addTo(Digest digest) {
    files.forEach(
        (name, bytes) -> digest.add(name).add("\n").add(new Digest().add(bytes).hex()).add("\n"));
  }

  /** Writes them into a folder, each at its place. */
  void writeTo(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
