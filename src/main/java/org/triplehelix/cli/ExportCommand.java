package org.triplehelix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Slugs;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.graph.Release;
import org.triplehelix.network.Choice;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.network.Networks;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.run.Limits;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the graph to a file, whole or not at all. */
@Command(
    name = "export",
    description = "Write the graph to a file.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private static final String GZIP = ".gz";
  private static final List<String> LANGUAGES = List.of("zh", "en");

  @Mixin private ContentOption content;
  @Mixin private CacheOption cache;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description =
          "nquads, trig or jsonld for all graphs; turtle, ntriples or rdfxml for the default"
              + " graph; nquads-1.2, trig-1.2, turtle-1.2 or ntriples-1.2 for the view in RDF 1.2,"
              + " where claims reify their triples. With --network: gexf, graphml, cyjs, json, dot,"
              + " nodes.csv, edges.csv, neo4j-nodes.csv or neo4j-relationships.csv.")
  private String format;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "Write a network for graph tools, such as organisations.")
  private String network;

  @ArgGroup(heading = "Which part of the network:%n", validate = false)
  private final NetworkOptions part = new NetworkOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description =
          "File to write, compressed if its name ends in .gz; - for standard output. In a folder the"
              + " file is named after the release's hash, as serve and diff --releases want it, and"
              + " one that is there stays.")
  private String output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return network == null ? exportRelease() : exportNetwork();
  }

  private int exportRelease() {
    if (!part.values().isEmpty()) {
      String first = "--" + part.values().keySet().iterator().next();
      throw new BadInputException(
          Position.of(first), "is for networks", "give --network NAME, or leave it out");
    }
    RdfFormat chosen =
        RdfFormat.named(format)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Position.of("--format"),
                        "there is no format " + format,
                        "give one of " + RdfFormat.labels()));
    PrintWriter err = spec.commandLine().getErr();
    Release release = cache.release(content, err);
    String file = file(release, chosen);
    if (!file.equals(output) && Files.exists(Path.of(file))) {
      err.println(file + " is there already.");
    } else {
      Output.to(file, out -> write(file, out, to -> RdfExport.write(release, chosen, to)), err);
    }
    return Main.OK;
  }

  private int exportNetwork() {
    NetworkFormat chosen =
        NetworkFormat.named(format)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Position.of("--format"),
                        "there is no format " + format + " for networks",
                        "give one of " + NetworkFormat.extensions()));
    if (!LANGUAGES.contains(part.language)) {
      throw new BadInputException(
          Position.of("--lang"), "there are no labels in " + part.language, "give zh or en");
    }
    NetworkViews views = NetworkViews.in(content.content());
    NetworkView view = views.named(network).orElseThrow(() -> unknown(views));
    PrintWriter err = spec.commandLine().getErr();
    Release release = cache.release(content, err);
    Network found = network(view, views, release);
    String file =
        Files.isDirectory(Path.of(output))
            ? Path.of(output, "triplehelix-" + network + "." + format).toString()
            : output;
    Output.to(file, out -> write(file, out, to -> chosen.write(found, part.language, to)), err);
    return Main.OK;
  }

  private BadInputException unknown(NetworkViews views) {
    return new BadInputException(
        Position.of("--network"),
        "there is no network " + network,
        "give " + String.join(", ", views.near(network)));
  }

  private Network network(NetworkView view, NetworkViews views, Release release) {
    DatasetGraph dataset = ReleaseDataset.of(release, Limits.forUser().time());
    Networks networks =
        Networks.of(views, release, dataset, new Names(release), new Evidence(release));
    Choice choice = new Choice(part.values(), networks, new Slugs(release));
    return networks.network(view, networks.rows(view), choice.of(view));
  }

  /** What the user named, or a file of its own in the folder that was named. */
  private String file(Release release, RdfFormat chosen) {
    return Files.isDirectory(Path.of(output))
        ? Path.of(output, release.hash() + "." + chosen.extension() + GZIP).toString()
        : output;
  }

  /** What goes into a file. */
  @FunctionalInterface
  private interface Body {
    void write(OutputStream out) throws IOException;
  }

  private static void write(String file, OutputStream out, Body body) throws IOException {
    if (file.endsWith(GZIP)) {
      GZIPOutputStream gzip = new GZIPOutputStream(out);
      body.write(gzip);
      gzip.finish();
    } else {
      body.write(out);
    }
  }
}
