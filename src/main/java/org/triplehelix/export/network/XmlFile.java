package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document as it is written. */
final class XmlFile {
  private final XMLStreamWriter xml;

  private XmlFile(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What fills an element. */
  @FunctionalInterface
  interface Body {
    void write() throws XMLStreamException;
  }

  /** What fills a document. */
  @FunctionalInterface
  interface Document {
    void write(XmlFile file) throws XMLStreamException;
  }

  /** Writes a whole document. */
  static void write(OutputStream out, Document document) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      document.write(new XmlFile(xml));
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** An element with attributes, as name and value in turn, and what it holds. */
  void element(String name, Body body, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    attributes(attributes);
    body.write();
    xml.writeEndElement();
  }

  /** An element without content. */
  void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  /** Text. */
  void text(String text) throws XMLStreamException {
    xml.writeCharacters(clean(text));
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  /** Without the control characters that XML cannot hold. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "");
  }
}
