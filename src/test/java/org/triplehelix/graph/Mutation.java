package org.triplehelix.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages files by chance, as typing slips, bad disks and bad editors do. */
public final class Mutation {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "<",
          ">",
          "<<",
          ">>",
          "{|",
          "|}",
          "\"",
          "'",
          "\"\"\"",
          ".",
          ";",
          ",",
          "^^",
          "@",
          "@en--x",
          "a",
          "_:x",
          "[] ",
          "#",
          "\\",
          "\\u00",
          "\\uD800",
          "\\U00110000",
          "\u0000",
          "\uFEFF",
          "\uFFFF",
          "é",
          "创",
          "\r",
          "\n",
          "PREFIX x: <y>",
          "@prefix : <> .",
          "@base <http://e/> .",
          "BASE <>",
          "@version \"1.2\" .",
          "GRAPH ",
          "<http://e/ x>",
          "<../x>",
          "\"x\"^^<http://www.w3.org/2001/XMLSchema#integer>",
          "\"9999999999999999999e999999\"",
          "1e999999999",
          "~ ",
          "th:",
          ":",
          "%",
          "id:%zz",
          "true",
          "-",
          "()",
          "( [ ( ) ] )");

  private final Random random;

  /** Damage of a seed: always the same. */
  public Mutation(long seed) {
    random = new Random(seed);
  }

  /** The bytes of a text with one to three damages. */
  public byte[] of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(1 + random.nextInt(30), bytes.length - at);
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(8)) {
      case 0 -> joined(bytes, at, new byte[0], at + length);
      case 1 -> joined(bytes, at, new byte[0], at + 1);
      case 2 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
      case 3 -> joined(bytes, at, java.util.Arrays.copyOfRange(bytes, at, at + length), at);
      case 4 -> random.nextInt(4) == 0 ? joined(bytes, at, new byte[0], bytes.length) : bytes;
      case 5 -> joined(bytes, at, "(".repeat(10_000).getBytes(StandardCharsets.UTF_8), at);
      default -> joined(bytes, at, piece.getBytes(StandardCharsets.UTF_8), at);
    };
  }

  private static byte[] joined(byte[] bytes, int to, byte[] piece, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.writeBytes(piece);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }
}
