package org.triplehelix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.triplehelix.store.Contents;
import org.triplehelix.store.Store;
import org.triplehelix.store.StoreFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks after a store on disk. */
@Command(
    name = "store",
    description = "Tell what a store holds, save it, or make it smaller.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class StoreCommand {
  private static final double MEGABYTE = 1 << 20;

  @Spec private CommandSpec spec;

  @Command(
      name = "stats",
      description = "Tell what a store holds, graph by graph.",
      mixinStandardHelpOptions = true)
  int stats(
      @Option(
              names = "--store",
              paramLabel = "DIR",
              required = true,
              description = "Folder of the store.")
          Path folder) {
    PrintWriter out = spec.commandLine().getOut();
    StoreFolder store = new StoreFolder(folder);
    Contents contents = store.contents();
    out.printf(Locale.ROOT, "%s%n", String.join(", ", contents.files()));
    out.printf(
        Locale.ROOT,
        "%,d statements, %,d texts, %,.0f MB on disk%s%n",
        contents.statements(),
        contents.texts(),
        store.bytes() / MEGABYTE,
        contents.release() ? ", a release among it" : "");
    contents
        .layers()
        .forEach((graph, count) -> out.printf(Locale.ROOT, "%,12d  %s%n", count, graph));
    return Main.OK;
  }

  @Command(
      name = "backup",
      description = "Write all statements of a store as N-Quads, which load reads again.",
      mixinStandardHelpOptions = true)
  int backup(
      @Option(
              names = "--store",
              paramLabel = "DIR",
              required = true,
              description = "Folder of the store; no server may have it open.")
          Path folder,
      @Option(
              names = "--output",
              paramLabel = "FILE",
              required = true,
              description = "Packed if the name ends with .gz.")
          String output) {
    PrintWriter err = spec.commandLine().getErr();
    try (Store store = Store.open(new StoreFolder(folder))) {
      Output.to(output, out -> write(store, output, out), err);
    }
    return Main.OK;
  }

  private static void write(Store store, String name, OutputStream out) throws IOException {
    OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    store.write(packed);
    if (packed instanceof GZIPOutputStream gzip) {
      gzip.finish();
    }
  }

  @Command(
      name = "compact",
      description = "Remove what earlier loads left behind; a server that has it open loses it.",
      mixinStandardHelpOptions = true)
  int compact(
      @Option(
              names = "--store",
              paramLabel = "DIR",
              required = true,
              description = "Folder of the store.")
          Path folder) {
    StoreFolder store = new StoreFolder(folder);
    long freed = store.compact();
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "Freed %,.0f MB; %,.0f MB are left.%n",
            freed / MEGABYTE,
            store.bytes() / MEGABYTE);
    return Main.OK;
  }
}
