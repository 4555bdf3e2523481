package org.triplehelix.replica;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFile;
import org.triplehelix.graph.Revision;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.source.BadInputException;
import org.triplehelix.store.MadeUpLayer;
import org.triplehelix.vocab.TH;

/**
 * A program that goes on until it is killed: {@code publish LOG FOLDER CONTENT DUMP LAYER FROM TO}
 * publishes releases and tells the number of each, {@code serve LOG FOLDER} serves the last one and
 * tells its port.
 */
public final class ReplicaProgram {
  private static final int CHANGED = 20;
  private static final String DESCRIBED = TH.NS + "describedAs";

  private ReplicaProgram() {}

  public static void main(String[] arguments) {
    JenaSystem.init();
    LogAddress log = LogAddress.of(arguments[1]);
    Path folder = Path.of(arguments[2]);
    if (arguments[0].equals("serve")) {
      serve(log, folder);
    } else {
      Content content = Content.at(Path.of(arguments[3]));
      Release base = base(Path.of(arguments[4]), Path.of(arguments[5]));
      int to = Integer.parseInt(arguments[7]);
      for (int i = Integer.parseInt(arguments[6]); i < to; ) {
        i = publish(log, folder, base, content, i, to);
      }
    }
  }

  /** What all releases have in common. */
  static Release base(Path dump, Path layer) {
    return ReleaseFile.read(dump).with(Layers.in(List.of(layer)));
  }

  private static void serve(LogAddress log, Path folder) {
    Follower follower = new Follower(log, folder);
    Served first = follower.first(told -> {});
    HelixServer server =
        HelixServer.start(
            first.release(),
            first.questions(),
            Options.at("127.0.0.1", 0)
                .with(first.views())
                .following(follower.status())
                .preparing());
    System.out.print(server.port() + "\n");
    server.prepare();
    follower.follow(next -> server.turnTo(next.release(), next.questions(), next.views()));
    server.join();
  }

  /** Gives the first that is not there: the broker may be away for a while. */
  private static int publish(
      LogAddress log, Path folder, Release base, Content content, int from, int to) {
    int next = from;
    try (LogPublisher publisher = new LogPublisher(log, folder, 2_000)) {
      for (; next < to; next++) {
        Release release = release(base, next);
        publisher.publish(
            new LogPublisher.Wanted(release, content, Optional.of(release.layers())),
            false,
            told -> {});
        System.out.print(next + "\n");
      }
    } catch (BadInputException e) {
      System.err.println(e.getMessage());
    }
    return next;
  }

  /** One of many releases, each of which differs from the others in itself and in its layers. */
  static Release release(Release base, int number) {
    Release changed =
        Revision.of(
            base.quads(), Set.of(), says("https://w3id.org/triplehelix/graph/register", number));
    Quad stated =
        changed.quads().stream()
            .filter(quad -> quad.getPredicate().equals(TH.contentHash))
            .findFirst()
            .orElseThrow();
    Quad right =
        Quad.create(
            stated.getGraph(),
            stated.getSubject(),
            stated.getPredicate(),
            NodeFactory.createLiteralString(changed.hash()));
    return Revision.of(changed.quads(), Set.of(stated), List.of(right))
        .with(Revision.of(base.layers(), Set.of(), says(MadeUpLayer.GRAPH, number)));
  }

  private static List<Quad> says(String graph, int number) {
    List<Quad> said = new ArrayList<>();
    for (int i = 0; i < CHANGED; i++) {
      said.add(
          Quad.create(
              NodeFactory.createURI(graph),
              NodeFactory.createURI("https://w3id.org/triplehelix/id/made-up-" + number),
              NodeFactory.createURI(DESCRIBED),
              NodeFactory.createLiteralLang("说法 " + number * CHANGED + i, "zh")));
    }
    return said;
  }

  /** Starts it in a process of its own. */
  static Process start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ReplicaProgram.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
