package org.triplehelix.server.network;

import java.util.List;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;

/**
 * How graph tools open the networks, for people.
 *
 * @param frame around the page
 * @param recipes for each tool
 * @param alternates the networks as a list for programs
 * @param behind how many relations of which sort there are
 */
public record RecipesPage(Frame frame, List<Recipe> recipes, List<Ref> alternates, Behind behind) {

  static RecipesPage of(Site site, String language) {
    Frame frame = site.frame(language, RecipesRoute.PATH);
    return new RecipesPage(
        frame,
        Recipe.all(language, site.address().absolute("")),
        List.of(new Ref("JSON", "", frame.href(NetworkRoutes.PATH + "?format=json"))),
        Behind.ofQuery(frame, "network/ties.rq"));
  }
}
