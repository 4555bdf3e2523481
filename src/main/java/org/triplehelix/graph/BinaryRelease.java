package org.triplehelix.graph;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.vocab.Prefixes;

/**
 * A release as bytes that are read without parsing: each term once, then each statement as the
 * numbers of its terms. At the end stands a checksum of all before it.
 */
final class BinaryRelease {
  /** What the bytes begin with; to be raised when their form changes. */
  static final String FORMAT = "Triple Helix release 1";

  private enum Kind {
    IRI,
    IN_LANGUAGE,
    OF_TYPE
  }

  private BinaryRelease() {}

  /**
   * The bytes of a release.
   *
   * @param key what it is kept under
   * @throws IOException if it holds a term that has no form here
   */
  static byte[] encode(String key, Release release) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    write(out, FORMAT);
    write(out, key);
    write(out, release.hash());
    write(out, release.prefixes().map());
    write(out, release.quads());
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Map<String, String> prefixes) throws IOException {
    out.writeInt(prefixes.size());
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      write(out, prefix.getKey());
      write(out, prefix.getValue());
    }
  }

  private static void write(DataOutputStream out, List<Quad> quads) throws IOException {
    Map<Node, Integer> numbers = new LinkedHashMap<>();
    ByteBuffer statements = ByteBuffer.allocate(quads.size() * 4 * Integer.BYTES);
    for (Quad quad : quads) {
      for (Node term :
          List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
        Integer number = numbers.putIfAbsent(term, numbers.size());
        statements.putInt(number == null ? numbers.size() - 1 : number);
      }
    }
    out.writeInt(numbers.size());
    for (Node term : numbers.keySet()) {
      write(out, term);
    }
    out.writeInt(quads.size());
    out.write(statements.array());
  }

  private static void write(DataOutputStream out, Node term) throws IOException {
    if (term.isURI()) {
      write(out, Kind.IRI, term.getURI());
    } else if (!term.isLiteral() || term.getLiteralBaseDirection() != null) {
      throw new IOException("no form for " + term);
    } else if (!term.getLiteralLanguage().isEmpty()) {
      write(out, Kind.IN_LANGUAGE, term.getLiteralLexicalForm());
      write(out, term.getLiteralLanguage());
    } else {
      write(out, Kind.OF_TYPE, term.getLiteralLexicalForm());
      write(out, term.getLiteralDatatypeURI());
    }
  }

  private static void write(DataOutputStream out, Kind kind, String text) throws IOException {
    out.writeByte(kind.ordinal());
    write(out, text);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /**
   * The release in bytes.
   *
   * @param key what it was kept under
   * @throws IOException if they are damaged, of another format, or of another key
   */
  static Release decode(String key, byte[] bytes) throws IOException {
    int end = bytes.length - Long.BYTES;
    if (end < 0 || ByteBuffer.wrap(bytes, end, Long.BYTES).getLong() != checksum(bytes, end)) {
      throw new IOException("it is damaged");
    }
    try {
      return new Reader(ByteBuffer.wrap(bytes, 0, end)).release(key);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IOException("it is none of ours", e);
    }
  }

  /** Takes the parts one after the other. */
  private record Reader(ByteBuffer in) {

    Release release(String key) throws IOException {
      if (!text().equals(FORMAT) || !text().equals(key)) {
        throw new IOException("it is none of ours, or of other files");
      }
      String hash = text();
      Prefixes prefixes = prefixes();
      return new Release(hash, quads(terms()), prefixes);
    }

    private Prefixes prefixes() {
      Map<String, String> prefixes = new LinkedHashMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        prefixes.put(text(), text());
      }
      return new Prefixes(prefixes);
    }

    private Node[] terms() {
      Node[] terms = new Node[in.getInt()];
      for (int i = 0; i < terms.length; i++) {
        terms[i] = term();
      }
      return terms;
    }

    private Node term() {
      Kind kind = Kind.values()[in.get()];
      String text = text();
      return switch (kind) {
        case IRI -> NodeFactory.createURI(text);
        case IN_LANGUAGE -> NodeFactory.createLiteralLang(text, text());
        case OF_TYPE -> NodeFactory.createLiteralDT(text, NodeFactory.getType(text()));
      };
    }

    private List<Quad> quads(Node[] terms) {
      int count = in.getInt();
      List<Quad> quads = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        quads.add(
            Quad.create(
                terms[in.getInt()], terms[in.getInt()], terms[in.getInt()], terms[in.getInt()]));
      }
      return quads;
    }

    private String text() {
      int length = in.getInt();
      String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
      return text;
    }
  }
}
