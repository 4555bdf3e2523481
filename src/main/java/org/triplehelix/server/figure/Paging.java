package org.triplehelix.server.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Link;

/**
 * Which part of a list is asked for, and the addresses of the others.
 *
 * @param path of the list
 * @param others parameters beside limit and offset
 * @param limit how many at most
 * @param offset how many are passed over
 */
public record Paging(String path, Map<String, List<String>> others, int limit, int offset) {
  public static final Set<String> PARAMETERS = Set.of("limit", "offset");
  public static final int USUAL = 1_000;
  public static final int MOST = 10_000;

  /** The part that a call asks for. */
  public static Paging of(Call call) {
    Parameters parameters = new Parameters(call);
    Map<String, List<String>> others = new TreeMap<>(call.parameters());
    others.keySet().removeAll(PARAMETERS);
    return new Paging(
        call.path(),
        others,
        parameters.number("limit", 1, MOST, USUAL),
        parameters.number("offset", 0, 999_999_999, 0));
  }

  /** The part of a whole list. */
  public <T> List<T> part(List<T> all) {
    int from = Math.min(offset, all.size());
    return all.subList(from, Math.min(from + limit, all.size()));
  }

  /** The same for all calls with the same answer. */
  public String canonical() {
    return at(offset);
  }

  /** Path and query of the part. */
  public String self() {
    return at(offset);
  }

  /** Path and query of the part that follows. */
  public Optional<String> next(int total) {
    return offset + limit < total ? Optional.of(at(offset + limit)) : Optional.empty();
  }

  /** Path and query of the part before. */
  public Optional<String> previous() {
    return offset == 0 ? Optional.empty() : Optional.of(at(Math.max(0, offset - limit)));
  }

  private String last(int total) {
    int before = Math.floorMod(offset, limit);
    int pages = Math.max(0, total - before - 1) / limit;
    return at(total == 0 ? 0 : before + pages * limit);
  }

  /** The header that leads from part to part. */
  public String links(Address address, int total) {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("first", at(0));
    previous().ifPresent(path -> links.put("prev", path));
    next(total).ifPresent(path -> links.put("next", path));
    links.put("last", last(total));
    return links.entrySet().stream()
        .map(e -> Link.to(address.reference(e.getValue()), e.getKey()))
        .collect(Collectors.joining(", "));
  }

  private String at(int start) {
    List<String> query = new ArrayList<>();
    others.forEach(
        (name, values) -> values.forEach(v -> query.add(name + "=" + Address.encodedValue(v))));
    query.add("limit=" + limit);
    query.add("offset=" + start);
    return path + "?" + String.join("&", query);
  }
}
