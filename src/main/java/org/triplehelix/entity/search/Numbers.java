package org.triplehelix.entity.search;

import java.util.Arrays;

/** Numbers that are gathered. */
final class Numbers {
  static final int[] NONE = {};

  private int[] numbers = new int[4];
  private int size;

  /** Adds one. */
  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  /** Adds several. */
  void addAll(int[] more) {
    for (int number : more) {
      add(number);
    }
  }

  /** All of them, as they came. */
  int[] all() {
    return Arrays.copyOf(numbers, size);
  }

  /** All of them, each once, the lowest first. */
  int[] sorted() {
    return Arrays.stream(numbers, 0, size).sorted().distinct().toArray();
  }

  /** Those of the first that are in the second too; both are in order. */
  static int[] both(int[] first, int[] second) {
    return Arrays.stream(first).filter(n -> Arrays.binarySearch(second, n) >= 0).toArray();
  }
}
