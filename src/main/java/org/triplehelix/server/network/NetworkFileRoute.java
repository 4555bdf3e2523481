package org.triplehelix.server.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.network.Choice;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.Networks;
import org.triplehelix.network.Selection;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;

/** A network as a file of a graph tool: {@code /network/organisations.gexf}. */
final class NetworkFileRoute implements Route {
  static final String PATH = "/network";

  private final Knowledge knowledge;

  NetworkFileRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String path() {
    return PATH + "/*";
  }

  @Override
  public String example() {
    return PATH + "/organisations.gexf?focus=medcity&depth=2";
  }

  @Override
  public Set<String> parameters() {
    return Set.copyOf(Choice.NAMES);
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String file = call.path().substring(PATH.length() + 1);
    int point = file.indexOf('.');
    String name = point < 0 ? file : file.substring(0, point);
    NetworkView view = view(name);
    NetworkFormat format =
        NetworkFormat.named(file.substring(point + 1)).orElseThrow(() -> noFormat(name));
    return new File(view, selection(view, call), format, call.language());
  }

  private Networks networks() {
    return knowledge.site().networks().get();
  }

  private NetworkView view(String name) {
    return networks()
        .views()
        .named(name)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no network " + name + ".",
                        "See " + PATH + " for all of them.")
                    .with("near", networks().views().near(name)));
  }

  private static Problem noFormat(String name) {
    return new Problem(
            Problem.Kind.NOT_FOUND,
            "The network " + name + " is not to be had in that format.",
            "Write " + PATH + "/" + name + "." + NetworkFormat.GEXF.extension() + ".")
        .with("known", Stream.of(NetworkFormat.values()).map(NetworkFormat::extension).toList());
  }

  private Selection selection(NetworkView view, Call call) {
    Map<String, String> values = new LinkedHashMap<>();
    Choice.NAMES.forEach(
        name -> {
          List<String> given = call.all(name);
          if (!given.isEmpty()) {
            values.put(name, String.join(",", given));
          }
        });
    try {
      return new Choice(values, networks(), knowledge.slugs()).of(view);
    } catch (BadInputException e) {
      throw problem(e.problems().get(0));
    }
  }

  private static Problem problem(InputProblem fault) {
    String name = fault.position().toString();
    String remedy = fault.remedy();
    return new Problem(
            Problem.Kind.BAD_REQUEST,
            name + " " + fault.what() + ".",
            Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1) + ".")
        .with("parameter", name);
  }

  private final class File implements Prepared {
    private final NetworkView view;
    private final Selection selection;
    private final NetworkFormat format;
    private final String language;

    File(NetworkView view, Selection selection, NetworkFormat format, String language) {
      this.view = view;
      this.selection = selection;
      this.format = format;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(
          format.mediaType().startsWith("text/")
              ? Format.text(format.extension(), format.mediaType())
              : Format.of(format.extension(), format.mediaType()));
    }

    @Override
    public boolean isNegotiable() {
      return false;
    }

    @Override
    public String canonical() {
      return view.name() + " " + selection;
    }

    @Override
    public Map<String, String> headers(Format chosen) {
      return Map.of(
          "Content-Disposition",
          "attachment; filename=\"triplehelix-" + view.name() + "." + format.extension() + "\"");
    }

    @Override
    public void write(Format chosen, Attempt attempt, OutputStream out) throws IOException {
      Evaluation evaluation = knowledge.evaluation(view.name());
      Network network = networks().network(view, evaluation.rows(view.query(), attempt), selection);
      format.write(network, language, out);
    }
  }
}
