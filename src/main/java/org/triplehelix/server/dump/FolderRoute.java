package org.triplehelix.server.dump;

import java.util.Map;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Redirect;

/** The folder of dumps without the slash at its end, which leads to it. */
record FolderRoute(Address address) implements Route {
  private static final String FOLDER = "/dump";
  private static final int SEE_OTHER = 303;

  @Override
  public String path() {
    return FOLDER;
  }

  @Override
  public String example() {
    return FOLDER;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Redirect(
        SEE_OTHER, DumpCatalogue.FORMATS, "", format -> address.reference(FOLDER + "/"), Map.of());
  }
}
