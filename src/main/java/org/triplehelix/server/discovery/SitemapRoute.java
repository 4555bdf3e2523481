package org.triplehelix.server.discovery;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.triplehelix.network.NetworkView;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/** All pages for people, each in both languages, for search engines. */
final class SitemapRoute implements Route {
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private static final Format XML = Format.text("xml", "application/xml", "text/xml");

  private final Site site;

  SitemapRoute(Site site) {
    this.site = site;
  }

  @Override
  public String path() {
    return "/sitemap.xml";
  }

  @Override
  public String example() {
    return path();
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(List.of(XML), "", (format, out) -> write(out));
  }

  /** Of claims, which are many, the passages tell. */
  private Stream<String> pages() {
    Stream<String> things =
        site.dataset().getDefaultGraph().stream()
            .map(Triple::getSubject)
            .distinct()
            .map(Node::getURI)
            .filter(iri -> iri.indexOf('#') < 0)
            .filter(iri -> Family.of(iri).filter(f -> f != Family.CLAIM).isPresent())
            .sorted()
            .map(Address::path)
            .flatMap(Optional::stream)
            .map(path -> "/page" + path);
    return Stream.concat(Stream.concat(Stream.of("/", "/catalog"), networks()), things);
  }

  private Stream<String> networks() {
    List<NetworkView> views = site.networks().get().views().list();
    return views.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            Stream.of("/network", "/network/recipes"),
            views.stream().map(view -> "/network/" + view.name()));
  }

  private void write(OutputStream out) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(NAMESPACE);
      xml.setPrefix("xhtml", XHTML);
      xml.writeStartElement(NAMESPACE, "urlset");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeNamespace("xhtml", XHTML);
      for (String page : pages().toList()) {
        for (String language : LANGUAGES) {
          url(xml, page, language);
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void url(XMLStreamWriter xml, String page, String language) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(NAMESPACE, "url");
    xml.writeStartElement(NAMESPACE, "loc");
    xml.writeCharacters(address(page, language));
    xml.writeEndElement();
    for (String other : LANGUAGES) {
      xml.writeEmptyElement("xhtml", "link", XHTML);
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("hreflang", other);
      xml.writeAttribute("href", address(page, other));
    }
    xml.writeEndElement();
  }

  private String address(String page, String language) {
    return site.address().absolute(page) + "?lang=" + language;
  }
}
