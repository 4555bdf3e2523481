package org.triplehelix.network;

import java.util.List;
import java.util.Optional;

/**
 * A thing in a network.
 *
 * @param iri its name, the same in every release
 * @param kind what it is
 * @param zh what it is called in Chinese, or else in English
 * @param en what it is called in English, or else in Chinese
 * @param place where it is
 * @param spot where it is drawn
 * @param figures what is said of it in numbers
 * @param measures how it stands in the network
 */
public record NetworkNode(
    String iri,
    Kind kind,
    String zh,
    String en,
    Optional<Place> place,
    Spot spot,
    List<Number> figures,
    Measures measures) {
  /**
   * Where a thing is, in WGS 84.
   *
   * @param latitude in degrees
   * @param longitude in degrees
   */
  public record Place(double latitude, double longitude) {}

  /**
   * Where a thing is drawn.
   *
   * @param x to the right
   * @param y upwards
   */
  public record Spot(double x, double y) {}

  /**
   * A figure of the thing as a whole.
   *
   * @param name of what is counted or measured, and in which unit: a column of its own
   * @param value that is said; empty where it is a bound or less, or where several differ
   * @param wording what is counted or measured, hedge, number as printed, and period
   */
  public record Number(String name, Optional<Double> value, String wording) {}

  /** Its name in a language. */
  public String label(String language) {
    return language.equals("zh") ? zh : en;
  }
}
