package org.triplehelix.server.document;

import java.util.Map;
import java.util.Optional;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Redirect;

/** The name of a thing, which is no document: it leads to one that tells of it. */
final class NameRoute implements Route {
  private static final int SEE_OTHER = 303;
  private static final int MOVED = 301;

  private final String folder;
  private final String example;
  private final Things things;
  private final Address address;

  /**
   * The names in a folder.
   *
   * @param folder with slashes around it
   * @param example the path of a name in it
   */
  NameRoute(String folder, String example, Things things, Address address) {
    this.folder = folder;
    this.example = example;
    this.things = things;
    this.address = address;
  }

  @Override
  public String path() {
    return folder + "*";
  }

  @Override
  public String example() {
    return example;
  }

  @Override
  public Prepared prepare(Call call) {
    Links links = new Links(address, call.path());
    Optional<String> replacement = things.replacement(links);
    if (replacement.isPresent()) {
      return new Redirect(
          MOVED,
          DocumentFormats.ALL,
          call.path(),
          format -> address.reference(replacement.get()),
          Map.of("Link", Link.to(address.reference(replacement.get()), "successor-version")));
    }
    things.demand(links);
    return new Redirect(
        SEE_OTHER,
        DocumentFormats.ALL,
        call.path(),
        format -> address.reference(links.to(format)),
        Map.of("Link", links.ofName()));
  }
}
