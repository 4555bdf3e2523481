package org.triplehelix.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** The jar that runs, told from every other by the checksums that it holds of its own files. */
final class ProgramJar {
  /** The record at the end of a jar, and where in it the size and place of its directory stand. */
  private static final int END_RECORD = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int DIRECTORY_SIZE = 12;
  private static final int DIRECTORY_PLACE = 16;

  private ProgramJar() {}

  /** What tells it from every other; empty if classes are run that are in no jar. */
  static Optional<String> fingerprint() {
    try {
      Path jar =
          Path.of(ProgramJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar) ? fingerprint(jar) : Optional.empty();
    } catch (URISyntaxException | IOException e) {
      return Optional.empty();
    }
  }

  /** The size of a jar, and the checksum of its directory, where those of all files stand. */
  static Optional<String> fingerprint(Path jar) throws IOException {
    try (FileChannel channel = FileChannel.open(jar)) {
      long size = channel.size();
      if (size < END_RECORD) {
        return Optional.empty();
      }
      ByteBuffer end = read(channel, size - END_RECORD, END_RECORD);
      long length = Integer.toUnsignedLong(end.getInt(DIRECTORY_SIZE));
      long place = Integer.toUnsignedLong(end.getInt(DIRECTORY_PLACE));
      if (end.getInt(0) != END_SIGNATURE || place + length > size) {
        return Optional.empty();
      }
      CRC32 crc = new CRC32();
      crc.update(read(channel, place, (int) length));
      return Optional.of(size + "-" + Long.toHexString(crc.getValue()));
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      continue;
    }
    return bytes.flip();
  }
}
