package org.triplehelix.server.pipeline;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finished answers of one release: found by the raw text of a request, and by what it means.
 * Bounded in bytes; what is asked once does not drive out what is asked often.
 */
final class AnswerCache {
  private static final int RAW_SHARE = 8;

  private final Cache<String, String> meanings;
  private final AsyncCache<String, Answer> answers;

  /**
   * An empty cache.
   *
   * @param bytes how much it may hold
   */
  AnswerCache(long bytes) {
    meanings =
        Caffeine.newBuilder()
            .maximumWeight(bytes / RAW_SHARE)
            .weigher((String raw, String meaning) -> 2 * (raw.length() + meaning.length()) + 128)
            .build();
    answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes - bytes / RAW_SHARE)
            .weigher((String meaning, Answer answer) -> answer.weight())
            .buildAsync();
  }

  /** The finished answer of a request seen before in the same words. */
  Optional<Answer> byText(String raw) {
    String meaning = meanings.getIfPresent(raw);
    CompletableFuture<Answer> future = meaning == null ? null : answers.getIfPresent(meaning);
    return future == null || !future.isDone() || future.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(future.join());
  }

  /** Remembers what the words of a request mean. */
  void remember(String raw, String meaning) {
    meanings.put(raw, meaning);
  }

  /**
   * The answer that is there or that another request is making; empty if this request is to make
   * it, and then to complete {@code mine}, which leaves the cache if it ends in an exception.
   */
  Optional<CompletableFuture<Answer>> byMeaning(String meaning, CompletableFuture<Answer> mine) {
    return Optional.ofNullable(answers.asMap().putIfAbsent(meaning, mine));
  }

  /** How many answers it holds. */
  long size() {
    return answers.synchronous().estimatedSize();
  }

  /** How many bytes it holds. */
  long bytes() {
    return answers
        .synchronous()
        .policy()
        .eviction()
        .map(e -> e.weightedSize().orElse(0))
        .orElse(0L);
  }
}
