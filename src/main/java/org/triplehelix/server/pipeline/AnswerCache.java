package org.triplehelix.server.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finished answers of all editions, whose keys begin each text and each meaning: found by the raw
 * text of a request, and by what it means. Bounded in bytes; what is asked once does not drive out
 * what is asked often. Beside them those that are being made, so that many who ask the same at once
 * wait for one.
 */
final class AnswerCache {
  private static final int RAW_SHARE = 8;
  private static final int OVERHEAD = 128;

  private final Cache<String, String> meanings;
  private final Cache<String, Answer> answers;
  private final Map<String, CompletableFuture<Answer>> inTheMaking = new ConcurrentHashMap<>();

  /**
   * An empty cache.
   *
   * @param bytes how much it may hold
   */
  AnswerCache(long bytes) {
    meanings =
        Caffeine.newBuilder()
            .maximumWeight(bytes / RAW_SHARE)
            .weigher(
                (String raw, String meaning) -> OVERHEAD + 2 * (raw.length() + meaning.length()))
            .build();
    answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes - bytes / RAW_SHARE)
            .weigher((String meaning, Answer answer) -> 2 * meaning.length() + answer.weight())
            .build();
  }

  /** The finished answer of a request seen before in the same words. */
  Optional<Answer> byText(String raw) {
    String meaning = meanings.getIfPresent(raw);
    return meaning == null ? Optional.empty() : byMeaning(meaning);
  }

  /** The finished answer to what a request means. */
  Optional<Answer> byMeaning(String meaning) {
    return Optional.ofNullable(answers.getIfPresent(meaning));
  }

  /** Remembers what the words of a request mean. */
  void remember(String raw, String meaning) {
    meanings.put(raw, meaning);
  }

  /**
   * The answer that another request is making; empty if this one is to make it, and then to call
   * {@link #made} or {@link #failed}.
   */
  Optional<CompletableFuture<Answer>> inTheMaking(String meaning, CompletableFuture<Answer> mine) {
    return Optional.ofNullable(inTheMaking.putIfAbsent(meaning, mine));
  }

  /** Keeps an answer and gives it to all who wait. */
  void made(String meaning, CompletableFuture<Answer> mine, Answer answer) {
    answers.put(meaning, answer);
    inTheMaking.remove(meaning, mine);
    mine.complete(answer);
  }

  /** Tells all who wait that there is no answer. */
  void failed(String meaning, CompletableFuture<Answer> mine, Throwable why) {
    inTheMaking.remove(meaning, mine);
    mine.completeExceptionally(why);
  }

  /** Drops all whose text or meaning begins so. */
  void forget(String beginning) {
    meanings.asMap().keySet().removeIf(raw -> raw.startsWith(beginning));
    answers.asMap().keySet().removeIf(meaning -> meaning.startsWith(beginning));
  }

  /** How many answers it holds. */
  long size() {
    return answers.estimatedSize();
  }

  /** How many bytes it holds. */
  long bytes() {
    return answers.policy().eviction().map(e -> e.weightedSize().orElse(0)).orElse(0L);
  }
}
