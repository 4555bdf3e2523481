package org.triplehelix.cli;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.jena.sys.JenaSystem;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseCache;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.graph.Releases;
import org.triplehelix.network.Kinds;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.query.backend.BackEnd;
import org.triplehelix.replica.Follower;
import org.triplehelix.replica.LogAddress;
import org.triplehelix.replica.Served;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the graph over HTTP until it is stopped. */
@Command(
    name = "serve",
    description = "Serve SPARQL, graphs and a page over HTTP. Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65535;
  private static final int MAX_GRACE = 3600;

  private static final long MEGABYTE = 1 << 20;

  @Mixin private ContentOption content;
  @Mixin private CacheOption cache;
  @Mixin private TextsOption texts;
  @Mixin private LimitOptions limits;
  @Mixin private StoreOption stored;
  @Mixin private BackEndOptions backEnds;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3030",
      description = "Port to listen on, 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; 0.0.0.0 for all of this machine's. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description =
          "How long what runs may take to end when the server is stopped. Default:"
              + " ${DEFAULT-VALUE}.")
  private int grace;

  @Option(
      names = "--address",
      paramLabel = "URL",
      defaultValue = "",
      description =
          "Where clients find the server, as https://graph.example.org, if it is not"
              + " http://localhost and the port.")
  private String publicAddress;

  @Option(
      names = "--releases",
      paramLabel = "DIR",
      description =
          "Folder of releases: the last one that helix release has published there is served, and"
              + " each later one as soon as it is there. Older ones, and dumps named by their"
              + " hashes, are offered beside it. Where none is published the files are served.")
  private Path releases;

  @Option(
      names = "--follow",
      paramLabel = "URL",
      description =
          "A log of Apache Kafka, kafka://host:port/topic: the last release that helix publish has"
              + " sent there is served, and each later one as soon as it is there. The files are not"
              + " read.")
  private String follow;

  @Option(
      names = "--store-follow",
      paramLabel = "DIR",
      description =
          "Folder where the last release of the log is kept with its offset. Default: one for this"
              + " log in the cache folder; each server needs its own.")
  private Path storeFollow;

  @Option(
      names = "--release-memory",
      paramLabel = "MEGABYTES",
      description =
          "How much of the heap older releases may take that requests name with release=. Default:"
              + " a sixth of it.")
  private Integer releaseMemory;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description =
          "Folder in which errors that readers report are kept; it is made if it is not there."
              + " Default: none are taken.")
  private Path reports;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Write a line of JSON for each request; - for standard output.")
  private String accessLog;

  @Option(
      names = "--metrics-token",
      paramLabel = "TOKEN",
      defaultValue = "",
      description = "With which others than this machine may read /metrics.")
  private String metricsToken;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    require(port >= 0 && port <= MAX_PORT, "--port", "give a number from 0 to " + MAX_PORT);
    require(grace >= 0 && grace <= MAX_GRACE, "--grace", "give 0 to " + MAX_GRACE + " seconds");
    require(
        releaseMemory == null || releaseMemory >= 0,
        "--release-memory",
        "give a number of megabytes, 0 for no older releases");
    require(
        follow == null || releases == null && !backEnds.areGiven(),
        "--follow",
        "give it without --releases and --backend");
    limits.demandUsable();
    PrintWriter err = spec.commandLine().getErr();
    OpenStore store = stored.open();
    Optional<Follower> follower = Optional.ofNullable(follow).map(this::follower);
    HelixServer server =
        follower.map(log -> server(log, store, err)).orElseGet(() -> server(store, err));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  follower.ifPresent(Follower::close);
                  server.close();
                  err.println("Stopped.");
                }));
    err.println("Serving at http://" + address() + ":" + server.port() + "/ — Ctrl-C stops it.");
    server.prepare();
    follower.ifPresent(
        log -> log.follow(next -> server.turnTo(next.release(), next.questions(), next.views())));
    ClassArchive.named().filter(archive -> cache.isOn()).ifPresent(this::make);
    server.join();
    return Main.OK;
  }

  private Follower follower(String url) {
    LogAddress log = LogAddress.of(url);
    Path folder =
        storeFollow == null ? cache.folder().resolve("follow-" + log.fileName()) : storeFollow;
    return new Follower(log, folder);
  }

  /** Of the release that a log leads to. */
  private HelixServer server(Follower log, OpenStore store, PrintWriter err) {
    Served first = log.first(err::println);
    err.println("Release " + first.release().hash() + " of " + follow + ".");
    return HelixServer.start(
        first.release(),
        first.questions(),
        options(store, err).with(first.views()).following(log.status()));
  }

  /** Of the last published release if there is one, else of the files. */
  private HelixServer server(OpenStore store, PrintWriter err) {
    Optional<BackEnd> backEnd = backEnds.backEnd();
    if (backEnd.isPresent()) {
      return before(backEnd.get(), store, err);
    }
    Optional<ReleaseFolder> folder = Optional.ofNullable(releases).map(ReleaseFolder::new);
    if (folder.isPresent() && !folder.get().published().isEmpty()) {
      HelixServer server = HelixServer.start(folder.get(), options(store, err));
      err.println("Release " + server.release() + " as published in " + releases + ".");
      return server;
    }
    Content files = content.content();
    JenaSystem.init(); // by one thread, before there are two
    Lazy<Questions> questions = new Lazy<>(() -> Questions.in(files));
    Lazy<NetworkViews> views = new Lazy<>(() -> NetworkViews.in(files));
    Optional<ReleaseCache.Place> place = cache.place(files, err);
    boolean isSound = place.filter(ReleaseCache.Place::isSound).isPresent();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(isSound ? () -> Kinds.in(files) : () -> read(questions, views));
    Release release = store.release(() -> cache.release(files, place, err));
    demandMade(reading);
    place.filter(there -> !isSound).ifPresent(ReleaseCache.Place::markSound);
    return HelixServer.start(
        folder.map(f -> Releases.in(f, release)).orElseGet(() -> Releases.only(release)),
        questions,
        options(store, err).networks(views));
  }

  /**
   * What a start with the same files has found to be sound is read once the port is open, but for
   * the table of kinds, which is none of the files that a release is kept for.
   */
  private static void read(Lazy<Questions> questions, Lazy<NetworkViews> views) {
    questions.get();
    views.get();
  }

  /** Waits for what another thread makes, and has its own exception. */
  private static void demandMade(CompletableFuture<Void> making) {
    try {
      making.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Of the release that a back end holds, before that back end. */
  private HelixServer before(BackEnd backEnd, OpenStore store, PrintWriter err) {
    require(releases == null, "--releases", "give it without --backend");
    Content files = content.content();
    Questions questions = Questions.in(files);
    Release release = backEnds.release(backEnd, err);
    return HelixServer.start(
        release, questions, options(store, err).with(NetworkViews.in(files)).asking(backEnd));
  }

  /** For the next start, beside this one. */
  private void make(ClassArchive archive) {
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(content.arguments());
    arguments.addAll(cache.arguments());
    Thread making =
        new Thread(
            () -> {
              try {
                archive.make(arguments);
              } catch (IOException | InterruptedException e) {
                Main.trace("no classes are kept: " + e, spec.commandLine().getErr());
              }
            },
            "class-archive");
    making.setDaemon(true);
    making.start();
  }

  private String address() {
    if (host.equals("127.0.0.1") || host.equals("0.0.0.0")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private String checkedAddress() {
    require(
        publicAddress.isEmpty() || publicAddress.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?"),
        "--address",
        "give an address that begins with http:// or https://, without ? and #");
    return publicAddress.replaceFirst("/$", "");
  }

  private Options options(OpenStore store, PrintWriter err) {
    Options options =
        Options.at(host, port)
            .under(checkedAddress())
            .with(texts.orOf(content))
            .metricsFor(metricsToken)
            .endingWithin(Duration.ofSeconds(grace))
            .ofVersion(new Main.Version().number())
            .preparing();
    limits.on(options);
    store.store().ifPresent(options::beside);
    if (releaseMemory != null) {
      options.keepingOlder(releaseMemory * MEGABYTE);
    }
    if (accessLog != null) {
      options.loggingTo(log());
    }
    return reports == null ? options : options.taking(reportLog(err), limits.reportRate());
  }

  private ReportLog reportLog(PrintWriter err) {
    ReportLog log = ReportLog.open(reports);
    if (!log.notice().isEmpty()) {
      err.println(log.notice());
    }
    return log;
  }

  private OutputStream log() {
    try {
      return accessLog.equals("-") ? System.out : new FileOutputStream(accessLog, true);
    } catch (FileNotFoundException e) {
      throw new BadInputException(
          Position.of(accessLog), "cannot be written", "give a file in a folder that is there");
    }
  }

  private static void require(boolean holds, String option, String remedy) {
    if (!holds) {
      throw new BadInputException(Position.of(option), "cannot be used", remedy);
    }
  }
}
