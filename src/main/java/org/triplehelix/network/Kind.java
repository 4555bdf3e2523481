package org.triplehelix.network;

/**
 * What a thing is, as far as a picture tells it.
 *
 * @param name in files and addresses
 * @param type the IRI of the class whose members are of this kind
 * @param zh what it is called in Chinese
 * @param en what it is called in English
 * @param colour six hexadecimal digits after #
 */
public record Kind(String name, String type, String zh, String en, String colour) {
  /** What it is called in a language. */
  public String label(String language) {
    return language.equals("zh") ? zh : en;
  }
}
