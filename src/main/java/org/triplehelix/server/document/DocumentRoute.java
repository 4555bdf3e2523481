package org.triplehelix.server.document;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.entity.Description;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/** What is told of a thing, for programs: {@code /doc/id/london.ttl}, or by Accept without end. */
final class DocumentRoute implements Route {
  private static final String FOLDER = "/doc";

  private final Things things;
  private final DocumentWriter writer;
  private final Address address;

  DocumentRoute(Things things, DocumentWriter writer, Address address) {
    this.things = things;
    this.writer = writer;
    this.address = address;
  }

  @Override
  public String path() {
    return FOLDER + "/*";
  }

  @Override
  public String example() {
    return "/doc/id/london";
  }

  @Override
  public Prepared prepare(Call call) {
    Optional<Format> named = DocumentFormats.at(call.path());
    int end = named.map(format -> format.label().length() + 1).orElse(0);
    String path = call.path().substring(FOLDER.length(), call.path().length() - end);
    return new Document(
        named, new Links(address, path), things.described(new Links(address, path)));
  }

  private final class Document implements Prepared {
    private final Optional<Format> named;
    private final Links links;
    private final Description description;

    Document(Optional<Format> named, Links links, Description description) {
      this.named = named;
      this.links = links;
      this.description = description;
    }

    @Override
    public List<Format> formats() {
      return named.map(List::of).orElse(DocumentFormats.OF_DOCUMENTS);
    }

    @Override
    public boolean isNegotiable() {
      return named.isEmpty();
    }

    @Override
    public String canonical() {
      return links.iri() + named.map(Format::label).orElse("");
    }

    @Override
    public Map<String, String> headers(Format format) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Link", links.ofDocument(format));
      if (named.isEmpty()) {
        headers.put("Content-Location", address.reference(links.to(format)));
      }
      return headers;
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      writer.write(description, format, out);
    }
  }
}
