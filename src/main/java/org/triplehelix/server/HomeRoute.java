package org.triplehelix.server;

import java.util.List;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Pages;

/** The page at the root: what is served and how to ask it, in Chinese or English. */
final class HomeRoute implements Route {
  private final Release release;
  private final Pages pages;

  HomeRoute(Release release, Pages pages) {
    this.release = release;
    this.pages = pages;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String example() {
    return "/?lang=zh";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(
        List.of(Format.HTML),
        "",
        (format, out) -> pages.write("home.jte", HomePage.of(release, call.language()), out));
  }
}
