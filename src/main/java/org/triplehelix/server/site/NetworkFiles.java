package org.triplehelix.server.site;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.server.pipeline.Format;

/** Networks as files of graph tools, in the terms of HTTP. */
public final class NetworkFiles {
  /** All forms, called as the ends of their files. */
  public static final List<Format> FORMATS =
      Stream.of(NetworkFormat.values()).map(NetworkFiles::format).toList();

  private NetworkFiles() {}

  /** The form of a file. */
  public static Format format(NetworkFormat file) {
    return file.mediaType().startsWith("text/")
        ? Format.text(file.extension(), file.mediaType())
        : Format.of(file.extension(), file.mediaType());
  }

  /** A header: the file is to be kept under a name. */
  public static String disposition(String name, Format format) {
    return "attachment; filename=\"triplehelix-" + name + "." + format.label() + "\"";
  }

  /**
   * The files of a network, each called as its format is.
   *
   * @param address of one, by the end of its name
   */
  public static List<Ref> links(UnaryOperator<String> address) {
    return FORMATS.stream()
        .map(format -> new Ref(format.label(), "", address.apply(format.label())))
        .toList();
  }
}
