package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import org.triplehelix.network.Network;

/** Writes a network as one file. */
@FunctionalInterface
interface NetworkWriter {
  /**
   * Writes it in UTF-8; the stream stays open.
   *
   * @param language of the labels that are shown: zh or en
   */
  void write(Network network, String language, OutputStream out) throws IOException;
}
