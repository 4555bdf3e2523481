package org.triplehelix.server.reading;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/**
 * A page for people, which says what it says in the words of its template.
 *
 * @param site it is a page of
 * @param path where it is
 * @param example an address at which it is shown
 * @param parameters by which it is narrowed
 * @param template it is written with
 * @param maker of what the template shows
 */
record PageRoute(
    Site site,
    String path,
    String example,
    Set<String> parameters,
    String template,
    Function<Call, Object> maker)
    implements Route {

  static PageRoute of(Site site, String path, String template, Function<Call, Object> maker) {
    return new PageRoute(site, path, path + "?lang=zh", Set.of(), template, maker);
  }

  /** The same, shown at another address. */
  PageRoute shownBy(String address) {
    return new PageRoute(site, path, address, parameters, template, maker);
  }

  /** The same, narrowed by parameters. */
  PageRoute narrowedBy(String... names) {
    return new PageRoute(site, path, example, Set.of(names), template, maker);
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Shown(call, call.target(parameters::contains));
  }

  private final class Shown implements Prepared {
    private final Call call;
    private final String canonical;

    Shown(Call call, String canonical) {
      this.call = call;
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
    public void write(Format format, Attempt attempt, OutputStream out) {
      site.pages().write(template, maker.apply(call), out);
    }
  }
}
