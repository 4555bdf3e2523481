package org.triplehelix.server.document;

import java.util.ArrayList;
import java.util.List;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.site.Ref;
import org.triplehelix.vocab.Family;

/**
 * Where a thing of the project is told, and how its addresses are linked (RFC 8288, Signposting).
 *
 * @param address of the server
 * @param path of the thing's name, decoded: {@code /id/london}
 */
record Links(Address address, String path) {
  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  /** The thing's name. */
  String iri() {
    return Family.BASE + Address.encoded(path).substring(1);
  }

  /** Where it is told in a format. */
  String to(Format format) {
    return format.equals(Format.HTML) ? page() : document() + "." + format.label();
  }

  /** The ontology is a document itself. */
  private String page() {
    return path.equals(Things.ONTOLOGY) ? path : Address.encoded("/page" + path);
  }

  private String document() {
    return Address.encoded("/doc" + path);
  }

  /** Of the redirection from the name. */
  String ofName() {
    List<String> links = new ArrayList<>();
    DocumentFormats.ALL.forEach(f -> links.add(link(to(f), "describedby", f)));
    return String.join(", ", links);
  }

  /** Of a document. */
  String ofDocument(Format told) {
    List<String> links = new ArrayList<>();
    links.add(Link.to(iri(), "describes"));
    links.add(Link.to(iri(), "cite-as"));
    links.add(Link.to(address.absolute(to(told)), "canonical"));
    links.add(Link.to(LICENCE, "license"));
    for (Format other : DocumentFormats.ALL) {
      if (!other.equals(told)) {
        links.add(link(to(other), "alternate", other));
      }
    }
    if (told.equals(Format.HTML)) {
      DocumentFormats.OF_DOCUMENTS.forEach(f -> links.add(link(to(f), "describedby", f)));
      links.add(Link.to("https://schema.org/AboutPage", "type"));
    }
    return String.join(", ", links);
  }

  private String link(String target, String relation, Format format) {
    return Link.to(address.reference(target), relation, format);
  }

  /** Where the thing can be had in the formats of documents. */
  List<Ref> downloads() {
    return DocumentFormats.OF_DOCUMENTS.stream()
        .map(f -> new Ref(f.label(), "", address.href(to(f))))
        .toList();
  }
}
