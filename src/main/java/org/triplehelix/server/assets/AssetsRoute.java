package org.triplehelix.server.assets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;

/** Styles, scripts and libraries of the pages. */
public final class AssetsRoute implements Route {
  @Override
  public String path() {
    return Assets.FOLDER + "*";
  }

  @Override
  public String example() {
    return Assets.path("css/site.css");
  }

  @Override
  public Set<String> parameters() {
    return Set.of("v");
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public Prepared prepare(Call call) {
    String name = call.path().substring(Assets.FOLDER.length());
    Assets.Asset asset =
        Assets.named(name)
            .orElseThrow(
                () ->
                    new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no file " + name + ".",
                        "Take the addresses that pages name."));
    return new File(name, asset, call.parameter("v").equals(Optional.of(asset.digest())));
  }

  private record File(String name, Assets.Asset asset, boolean isPinned) implements Prepared {
    @Override
    public List<Format> formats() {
      return List.of(asset.format());
    }

    @Override
    public String canonical() {
      return name;
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      out.write(asset.bytes());
    }
  }
}
