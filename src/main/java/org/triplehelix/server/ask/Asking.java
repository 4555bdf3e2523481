package org.triplehelix.server.ask;

import java.util.List;
import org.triplehelix.server.api.Asked;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Prefixes;

/** The pages on which people ask. */
public final class Asking {
  /** The path of a list that the builder has: programmes and funds, their money and who pays. */
  public static final String LIST_OF_MONEY =
      BuilderView.path(BuiltExample.ALL.get(0).question(Prefixes.standard()));

  private Asking() {}

  /** The routes of all of them. */
  public static List<Route> all(Site site) {
    Knowledge knowledge = new Knowledge(site);
    Asked asked = new Asked(knowledge);
    return List.of(
        new GalleryRoute(site),
        new QuestionRoute(knowledge, asked),
        new WorkbenchRoute(knowledge, asked),
        new TermsRoute(site),
        new LandRoute(),
        new BuilderRoute(site),
        new LearnRoute(site));
  }
}
