package org.triplehelix.server.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.site.ResultFormats;

/** The forms in which a thing is told. */
final class DocumentFormats {
  /** For programs, the most usual first. */
  static final List<Format> OF_DOCUMENTS =
      List.of(
          ResultFormats.TURTLE,
          ResultFormats.JSONLD,
          ResultFormats.TRIG,
          ResultFormats.NTRIPLES,
          ResultFormats.NQUADS,
          ResultFormats.RDFXML,
          ResultFormats.TURTLE12,
          ResultFormats.TRIG12,
          ResultFormats.NTRIPLES12,
          ResultFormats.NQUADS12);

  /** For programs and people. */
  static final List<Format> ALL =
      Stream.concat(OF_DOCUMENTS.stream(), Stream.of(Format.HTML)).toList();

  private DocumentFormats() {}

  /** The form that the end of an address names. */
  static Optional<Format> at(String path) {
    return OF_DOCUMENTS.stream().filter(f -> path.endsWith("." + f.label())).findFirst();
  }
}
