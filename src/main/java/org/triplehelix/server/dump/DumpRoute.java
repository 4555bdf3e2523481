package org.triplehelix.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.riot.RDFWriter;
import org.triplehelix.graph.ReleaseFolder.Kept;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.StoredFile;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Redirect;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.Site;

/**
 * Releases as files: which there are, the files of each with their checksums, and the files. What a
 * hash names stays the same for ever; {@code latest} and short hashes redirect to the whole hash,
 * so that who gets a file knows of which release it is, and can go on where a transfer broke off.
 */
final class DumpRoute implements Route {
  private static final String ROOT = "/dump/";
  private static final String LATEST = "latest";
  private static final String SUMS = "SHA256SUMS";
  private static final int FOUND = 302;

  private final Site site;
  private final Releases releases;
  private final DumpStore store;
  private final Map<String, ReleaseDumps> dumps = new ConcurrentHashMap<>();

  DumpRoute(Site site, Releases releases, DumpStore store) {
    this.site = site;
    this.releases = releases;
    this.store = store;
  }

  @Override
  public String path() {
    return ROOT + "*";
  }

  @Override
  public String example() {
    return ROOT;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String[] parts = call.path().substring(ROOT.length()).split("/", 2);
    if (parts[0].isEmpty()) {
      return list(call.language());
    }
    String hash = hash(parts[0]);
    if (parts.length < 2 || !parts[0].equals(hash)) {
      return to(ROOT + hash + "/" + (parts.length < 2 ? "" : parts[1]));
    }
    ReleaseDumps dump = dumps.computeIfAbsent(hash, this::dumps);
    String name = parts[1];
    if (!dump.in(name + "/").isEmpty()) {
      return to(call.path() + "/");
    }
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    if (!dump.in(folder).isEmpty() && name.equals(folder)) {
      return index(dump, folder, call.language());
    }
    if (!dump.in(folder).isEmpty() && name.equals(folder + SUMS)) {
      return sums(dump, folder);
    }
    return dump.named(name).map(file -> file(dump, file)).orElseThrow(() -> unknown(dump, name));
  }

  private String hash(String text) {
    if (text.equals(LATEST)) {
      return releases.current().hash();
    }
    return releases
        .named(text)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no one release " + text + " here.",
                        "Name one of these by twelve digits or more, or latest.")
                    .with("releases", hashes()));
  }

  /** Of all releases, the newest first. */
  private List<String> hashes() {
    List<String> hashes = new ArrayList<>(releases.all().stream().map(Kept::hash).toList());
    Collections.reverse(hashes);
    return hashes;
  }

  private ReleaseDumps dumps(String hash) {
    return new ReleaseDumps(hash, () -> releases.get(hash).orElseThrow(), store);
  }

  private Prepared to(String path) {
    String location = site.address().reference(Address.encoded(path));
    return new Redirect(FOUND, List.of(Format.PLAIN), path, format -> location, Map.of());
  }

  private static Problem unknown(ReleaseDumps dump, String name) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    String nearest = dump.in(folder).isEmpty() ? DumpFile.WHOLE : folder;
    List<String> names = new ArrayList<>(dump.in(nearest).stream().map(DumpFile::name).toList());
    names.add(nearest + SUMS);
    if (nearest.isEmpty()) {
      names.addAll(List.of(DumpFile.GRAPHS, DumpFile.SOURCES));
    }
    return new Problem(
            Problem.Kind.NOT_FOUND,
            "The release has no file " + name + ".",
            "Ask for one of these.")
        .with("files", names);
  }

  private Prepared list(String language) {
    return new Fixed(
        DumpCatalogue.FORMATS,
        "releases",
        (format, out) -> {
          if (format.equals(Format.HTML)) {
            DumpPage page = DumpPage.of(site, language, hashes());
            site.pages().write("dumps.jte", page, out);
          } else {
            DumpCatalogue catalogue = new DumpCatalogue(site.address());
            catalogue.releases(hashes());
            write(catalogue, format, out);
          }
        });
  }

  private static void write(DumpCatalogue catalogue, Format format, OutputStream out) {
    RDFWriter.source(catalogue.graph()).format(ResultFormats.GRAPHS.get(format)).output(out);
  }

  private Prepared index(ReleaseDumps dump, String folder, String language) {
    return new OfFolder(dump, folder, DumpCatalogue.FORMATS) {
      @Override
      void write(Format format, Map<DumpFile, Optional<StoredFile>> files, OutputStream out) {
        if (format.equals(Format.HTML)) {
          DumpPage page = DumpPage.of(site, language, dump.hash(), folder, files);
          site.pages().write("dumps.jte", page, out);
        } else {
          DumpCatalogue catalogue = new DumpCatalogue(site.address());
          catalogue.release(dump.hash());
          files.forEach((file, stored) -> catalogue.file(dump.hash(), file, stored.orElseThrow()));
          DumpRoute.write(catalogue, format, out);
        }
      }
    };
  }

  private static Prepared sums(ReleaseDumps dump, String folder) {
    return new OfFolder(dump, folder, List.of(Format.PLAIN)) {
      @Override
      void write(Format format, Map<DumpFile, Optional<StoredFile>> files, OutputStream out)
          throws IOException {
        for (Map.Entry<DumpFile, Optional<StoredFile>> file : files.entrySet()) {
          String line =
              file.getValue().orElseThrow().sha256() + "  " + file.getKey().fileName() + "\n";
          out.write(line.getBytes(StandardCharsets.UTF_8));
        }
      }

      @Override
      public boolean isNegotiable() {
        return false;
      }

      @Override
      public boolean isPinned() {
        return true;
      }
    };
  }

  private static Prepared file(ReleaseDumps dump, DumpFile file) {
    return new PreparedFile() {
      @Override
      public List<Format> formats() {
        return List.of(file.type());
      }

      @Override
      public String canonical() {
        return dump.hash() + "/" + file.name();
      }

      @Override
      public boolean isPinned() {
        return true;
      }

      @Override
      public Map<String, String> headers(Format format) {
        return Map.of(
            "Content-Disposition",
            "attachment; filename=\"" + file.fileName() + "\"",
            "X-Release",
            dump.hash());
      }

      @Override
      public Optional<StoredFile> ready() {
        return dump.ready(file);
      }

      @Override
      public boolean isInTheMaking() {
        return dump.isInTheMaking(file);
      }

      @Override
      public StoredFile file() throws IOException {
        return dump.stored(file);
      }
    };
  }
}
