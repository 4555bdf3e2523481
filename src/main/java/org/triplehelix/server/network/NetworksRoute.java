package org.triplehelix.server.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.network.Network;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.NetworkFiles;
import org.triplehelix.server.site.Ref;

/** All networks: a page, or a list for programs. */
final class NetworksRoute implements Route {
  private final Atlas atlas;

  NetworksRoute(Atlas atlas) {
    this.atlas = atlas;
  }

  @Override
  public String path() {
    return NetworkRoutes.PATH;
  }

  @Override
  public String example() {
    return NetworkRoutes.PATH;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Prepared() {
      @Override
      public List<Format> formats() {
        return List.of(Format.HTML, Format.JSON);
      }

      @Override
      public String canonical() {
        return "";
      }

      @Override
      public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
        List<Network> networks = atlas.all(attempt);
        if (format.equals(Format.JSON)) {
          out.write(Json.document(json(networks)));
        } else {
          NetworksPage page = NetworksPage.of(networks, atlas.knowledge().site(), call.language());
          atlas.knowledge().site().pages().write("networks.jte", page, out);
        }
      }
    };
  }

  private Map<String, Object> json(List<Network> networks) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("release", atlas.knowledge().site().release().hash());
    json.put("networks", networks.stream().map(this::json).toList());
    return json;
  }

  private Map<String, Object> json(Network network) {
    Address address = atlas.knowledge().site().address();
    String page = address.absolute(NetworkRoutes.PATH + "/" + network.view().name());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", network.view().name());
    json.put("title", Knowledge.inBoth(network.view().titleZh(), network.view().title()));
    json.put(
        "description",
        Knowledge.inBoth(network.view().descriptionZh(), network.view().description()));
    json.put("nodes", network.nodes().size());
    json.put("edges", network.edges().size());
    json.put("page", page);
    json.put(
        "files",
        NetworkFiles.links(extension -> page + "." + extension).stream().map(Ref::href).toList());
    return json;
  }
}
