package org.triplehelix.server.reconcile;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Redirect;

/**
 * One entity as clients show it: {@code view} leads to it, {@code preview} is a small page for
 * their frames. Its identifier comes as a parameter, since clients write the slash in it as {@code
 * %2F}.
 */
final class EntityRoute implements Route {
  private static final String PATH = "/reconcile/entity/";

  private final Service service;

  EntityRoute(Service service) {
    this.service = service;
  }

  @Override
  public String path() {
    return PATH + "*";
  }

  @Override
  public String example() {
    return PATH + "preview?id=id/london&lang=zh";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("id");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String what = call.path().substring(PATH.length());
    if (!what.equals("view") && !what.equals("preview")) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "There is nothing at " + call.path() + ".",
          "Ask for " + PATH + "view or " + PATH + "preview.");
    }
    Named entity = service.entities().demand(call.parameter("id").orElse(""));
    String id = Entities.id(entity.node());
    return what.equals("preview")
        ? new Preview(EntityPreview.of(service, entity, call.language()), "preview\n" + id)
        : new Redirect(
            303,
            List.of(Format.HTML),
            "view\n" + id,
            format -> service.site().address().reference("/" + id),
            Map.of());
  }

  /** A page that any site may frame. */
  private final class Preview implements Prepared {
    private final EntityPreview page;
    private final String canonical;

    Preview(EntityPreview page, String canonical) {
      this.page = page;
      this.canonical = canonical;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return canonical;
    }

    @Override
    public boolean isForFrames() {
      return true;
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      service.site().pages().write("preview.jte", page, out);
    }
  }
}
