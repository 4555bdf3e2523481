package org.triplehelix.server.network;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.triplehelix.network.NetworkView;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/** The most central things of a network by each measure. */
final class CentralRoute implements Route {
  static final String PATH = NetworkRoutes.PATH + "/central";
  private static final String PARAMETER = "network";
  private static final String USUAL = "organisations";

  private final Atlas atlas;

  CentralRoute(Atlas atlas) {
    this.atlas = atlas;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?" + PARAMETER + "=" + USUAL;
  }

  @Override
  public Set<String> parameters() {
    return Set.of(PARAMETER);
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    NetworkView view = atlas.view(call.parameter(PARAMETER).orElse(USUAL));
    return new Prepared() {
      @Override
      public List<Format> formats() {
        return List.of(Format.HTML);
      }

      @Override
      public String canonical() {
        return view.name();
      }

      @Override
      public void write(Format format, Attempt attempt, OutputStream out) {
        CentralPage page = CentralPage.of(atlas.whole(view, attempt), atlas, call.language());
        atlas.knowledge().site().pages().write("central.jte", page, out);
      }
    };
  }

  static String path(NetworkView view) {
    return PATH + "?" + PARAMETER + "=" + view.name();
  }
}
