package org.triplehelix.server.releases;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;

/** Writes the releases as an Atom feed (RFC 4287). */
final class AtomFeed {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final ReleasesPage page;
  private XMLStreamWriter xml;

  AtomFeed(ReleasesPage page) {
    this.page = page;
  }

  /** Writes to a stream, which stays open. */
  void write(OutputStream out) {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      feed();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void feed() throws XMLStreamException {
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", page.frame().language());
    text("id", Family.BASE + "releases");
    text("title", page.frame().text("title") + " · " + page.frame().text("releases"));
    text("updated", page.steps().get(0).kept().since().toString());
    xml.writeStartElement("author");
    text("name", "Triple Helix contributors");
    xml.writeEndElement();
    String self = "/releases?format=atom&lang=" + page.frame().language();
    link("self", self, "application/atom+xml");
    link("alternate", "/releases?lang=" + page.frame().language(), "text/html");
    for (Step step : page.steps()) {
      entry(step);
    }
    xml.writeEndElement();
  }

  private void entry(Step step) throws XMLStreamException {
    xml.writeStartElement("entry");
    text("id", Release.NAMESPACE + step.kept().hash());
    text("title", page.title(step));
    text("updated", step.kept().since().toString());
    text("summary", page.summary(step));
    if (step.before().isPresent()) {
      link("alternate", page.diff(step), "text/plain");
      link("related", page.diff(step) + "?format=patch", DiffRoute.PATCH.mediaType());
    } else {
      link("alternate", page.diff(step), "text/html");
    }
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void link(String relation, String path, String type) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", page.frame().address().absolute(path));
  }
}
