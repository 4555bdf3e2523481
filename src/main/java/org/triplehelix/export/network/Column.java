package org.triplehelix.export.network;

import java.util.Optional;
import java.util.function.Function;

/**
 * An attribute that nodes or edges have in every format.
 *
 * @param name of the attribute: lower case, with underscores
 * @param type of its values
 * @param value of one node or edge; null where it has none
 */
record Column<T>(String name, Type type, Function<T, Object> value) {
  /** What values are, under the names that GEXF and GraphML share. */
  enum Type {
    STRING,
    INT,
    DOUBLE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static <T> Column<T> text(String name, Function<T, String> value) {
    return new Column<>(
        name,
        Type.STRING,
        it -> Optional.ofNullable(value.apply(it)).filter(t -> !t.isEmpty()).orElse(null));
  }

  static <T> Column<T> count(String name, Function<T, Integer> value) {
    return new Column<>(name, Type.INT, value::apply);
  }

  static <T> Column<T> number(String name, Function<T, Optional<Double>> value) {
    return new Column<>(name, Type.DOUBLE, it -> value.apply(it).orElse(null));
  }

  /** The value of one; null where it has none. */
  Object of(T one) {
    return value.apply(one);
  }
}
