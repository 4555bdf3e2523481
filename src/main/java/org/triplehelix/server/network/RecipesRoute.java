package org.triplehelix.server.network;

import java.io.OutputStream;
import java.util.List;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/** How graph tools open the networks. */
final class RecipesRoute implements Route {
  static final String PATH = NetworkRoutes.PATH + "/recipes";

  private final Atlas atlas;

  RecipesRoute(Atlas atlas) {
    this.atlas = atlas;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH;
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
        return List.of(Format.HTML);
      }

      @Override
      public String canonical() {
        return "";
      }

      @Override
      public void write(Format format, Attempt attempt, OutputStream out) {
        RecipesPage page = RecipesPage.of(atlas.knowledge().site(), call.language());
        atlas.knowledge().site().pages().write("recipes.jte", page, out);
      }
    };
  }
}
