package org.triplehelix.server.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.network.Choice;
import org.triplehelix.network.Network;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.NetworkFiles;

/**
 * A network or a part of it: {@code /network/organisations} as a page, or as what {@code format=}
 * and Accept ask for; {@code /network/organisations.gexf} as the file of a graph tool.
 */
final class NetworkRoute implements Route {
  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private final Atlas atlas;

  NetworkRoute(Atlas atlas) {
    this.atlas = atlas;
  }

  @Override
  public String path() {
    return NetworkRoutes.PATH + "/*";
  }

  @Override
  public String example() {
    return NetworkRoutes.PATH + "/organisations?focus=medcity&depth=2";
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
    String file = call.path().substring(NetworkRoutes.PATH.length() + 1);
    int point = file.indexOf('.');
    String name = point < 0 ? file : file.substring(0, point);
    Wanted wanted = Wanted.of(atlas.view(name), call, atlas.knowledge());
    Optional<NetworkFormat> format =
        point < 0 ? Optional.empty() : Optional.of(format(name, file.substring(point + 1)));
    return new Part(wanted, format, call.language());
  }

  private static NetworkFormat format(String name, String extension) {
    return NetworkFormat.named(extension)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "The network " + name + " cannot be had as ." + extension + ".",
                        "Write " + NetworkRoutes.PATH + "/" + name + ".gexf.")
                    .with(
                        "known",
                        Stream.of(NetworkFormat.values()).map(NetworkFormat::extension).toList()));
  }

  /** A page, or a file. */
  private final class Part implements Prepared {
    private final Wanted wanted;
    private final Optional<NetworkFormat> named;
    private final String language;

    Part(Wanted wanted, Optional<NetworkFormat> named, String language) {
      this.wanted = wanted;
      this.named = named;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return named
          .map(format -> List.of(NetworkFiles.format(format)))
          .orElseGet(
              () -> Stream.concat(Stream.of(Format.HTML), NetworkFiles.FORMATS.stream()).toList());
    }

    @Override
    public boolean isNegotiable() {
      return named.isEmpty();
    }

    @Override
    public String canonical() {
      return wanted.view().name() + " " + wanted.selection();
    }

    @Override
    public Map<String, String> headers(Format chosen) {
      if (chosen.equals(Format.HTML)) {
        return Map.of();
      }
      Address address = atlas.knowledge().site().address();
      String release = atlas.knowledge().site().release().hash();
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Disposition", NetworkFiles.disposition(wanted.view().name(), chosen));
      headers.put(
          "Link",
          String.join(
              ", ",
              Link.to(address.absolute(wanted.path(chosen.label())), "canonical"),
              Link.to(address.reference(wanted.path("")), "describedby", Format.HTML),
              Link.to(address.reference("/dump/" + release + "/"), "via", Format.HTML),
              Link.to(LICENCE, "license")));
      return headers;
    }

    @Override
    public void write(Format chosen, Attempt attempt, OutputStream out) throws IOException {
      Network network = atlas.network(wanted, attempt);
      if (chosen.equals(Format.HTML)) {
        Network whole = atlas.whole(wanted.view(), attempt);
        NetworkPage page = NetworkPage.of(wanted, network, whole, atlas.knowledge(), language);
        atlas.knowledge().site().pages().write("network.jte", page, out);
      } else {
        NetworkFormat.named(chosen.label()).orElseThrow().write(network, language, out);
      }
    }
  }
}
