package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.cli.Commands.Server;

/**
 * The server as it is shipped, with 384 MB of heap, under load for {@code -Dsoak.seconds=N}:
 * readers beside clients that send slowly, send half, read half, or say nothing, while readers
 * report errors until the disk is full; then it is killed. What counts is that nothing is lost,
 * that nobody is answered wrongly, and that memory, threads and open files end as they were
 * half-way.
 */
class SoakIT {
  private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("soak.seconds", 16));
  private static final long MEGABYTE = 1 << 20;

  /** What is made when it is first asked for, and the cache, may add in the second half. */
  private static final long ROOM = 16 * MEGABYTE;

  /** In half kilobytes, as {@code ulimit -f} has it in dash; what a folder of reports may hold. */
  private static final int FULL = 128;

  private static final Pattern RECEIPT = Pattern.compile("\"receipt\"\\s*:\\s*\"([^\"]+)\"");

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
  private final int port = Commands.freePort();
  private final Set<String> receipts = ConcurrentHashMap.newKeySet();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile boolean over;

  private List<String> command(String before) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String serve =
        java
            + " -Xmx384m -XX:+ExitOnOutOfMemoryError -jar "
            + Commands.HOME.resolve("target/triplehelix.jar")
            + " serve --no-cache --cache-bytes 4000000 --rate 100000 --report-rate 100000 --timeout 2 --port "
            + port
            + " --reports "
            + folder.resolve("reports");
    return List.of("sh", "-c", before + " exec " + serve);
  }

  private HttpResponse<String> get(String target, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofString());
  }

  private static String query(String text) {
    return "/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What must be answered, and rightly, whatever the others do. */
  private void read(Random random) throws IOException, InterruptedException {
    int number = numbers.incrementAndGet();
    HttpResponse<String> sum =
        get(query("SELECT (" + number + " + 1 AS ?n) { } LIMIT " + (1_000 + number)), "text/csv");
    if (sum.statusCode() == 200) {
      assertEquals("n\r\n" + (number + 1) + "\r\n", sum.body());
    }
    count(sum.statusCode());
    String[] pages = {"/", "/page/id/london", "/questions", "/doc/id/beijing.ttl", "/figures"};
    count(get(pages[random.nextInt(pages.length)], "text/html, */*;q=0.1").statusCode());
  }

  private void count(int status) {
    statuses.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
  }

  private void report() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/reports"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"about\":\"id/london\",\"what\":\"number %d\"}"
                            .formatted(numbers.incrementAndGet())))
                .build(),
            BodyHandlers.ofString());
    Matcher receipt = RECEIPT.matcher(answer.body());
    if (answer.statusCode() == 201 && receipt.find()) {
      assertTrue(receipts.add(receipt.group(1)), "a receipt was given twice");
    }
    count(answer.statusCode());
    Thread.sleep(20);
  }

  /** Sends a part of a request, byte by byte or at once, and perhaps reads a part of the answer. */
  private void misbehave(Random random) throws IOException, InterruptedException {
    String all = query("SELECT * { ?s ?p ?o } LIMIT " + (50_000 + random.nextInt(10_000)));
    String[] requests = {
      "GET " + all + " HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
          + "Content-Length: 1000\r\n\r\nSELECT",
      "POST /api/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
          + "Transfer-Encoding: chunked\r\n\r\nff\r\n{\"about\":",
      "GET /page/id/london HTTP/1.1\r\nHost: x\r\nAccept: text/h",
      ""
    };
    try (Socket socket = new Socket("127.0.0.1", port)) {
      byte[] request =
          requests[random.nextInt(requests.length)].getBytes(StandardCharsets.US_ASCII);
      int slow = random.nextInt(3) == 0 ? Math.min(request.length, 20) : 0;
      for (int i = 0; i < slow; i++) {
        socket.getOutputStream().write(request[i]);
        Thread.sleep(10);
      }
      socket.getOutputStream().write(request, slow, request.length - slow);
      socket.setSoTimeout(100 + random.nextInt(300));
      socket.getInputStream().readNBytes(random.nextInt(20_000));
      if (random.nextBoolean()) {
        socket.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      count(0);
    }
  }

  /** What a client does again and again. */
  private interface Doing {
    void once(Random random) throws IOException, InterruptedException;
  }

  private Future<?> start(ExecutorService clients, int seed, Doing doing) {
    return clients.submit(
        () -> {
          Random random = new Random(seed);
          while (!over) {
            doing.once(random);
          }
          return null;
        });
  }

  /** What is held by a process once its garbage is collected. */
  private record Held(long heap, long threads, long files) {
    private static final int TRIES = 5;

    /** The least of some, for what is just being made, or not yet seen to be unwanted, goes. */
    static Held by(long pid) throws IOException, InterruptedException {
      Held least = now(pid);
      for (int i = 1; i < TRIES; i++) {
        Thread.sleep(1_000);
        Held next = now(pid);
        least = next.heap < least.heap ? next : least;
      }
      return least;
    }

    private static Held now(long pid) throws IOException, InterruptedException {
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      Commands.run(jcmd, Long.toString(pid), "GC.run");
      Matcher used =
          Pattern.compile("used (\\d+)K")
              .matcher(Commands.run(jcmd, Long.toString(pid), "GC.heap_info").out());
      long heap = 0;
      while (used.find()) {
        heap += Long.parseLong(used.group(1)) * 1024;
      }
      try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"));
          Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
        return new Held(heap, threads.count(), files.count());
      }
    }
  }

  /** Half of all, until what the clients have left behind is cleared away. */
  private void load() throws Exception {
    over = false;
    ExecutorService clients = Executors.newFixedThreadPool(12);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(start(clients, i, this::read));
    }
    for (int i = 3; i < 11; i++) {
      all.add(start(clients, i, this::misbehave));
    }
    all.add(start(clients, 11, random -> report()));
    Thread.sleep(LENGTH.toMillis() / 2);
    over = true;
    for (Future<?> one : all) {
      one.get();
    }
    clients.shutdown();
    while (!get("/metrics", "*/*").body().contains("helix_running_long 0.0")) {
      Thread.sleep(100);
    }
  }

  @Test
  void nothingIsLostAndNothingGrows() throws Exception {
    try (Server server = new Server(command("ulimit -f " + FULL + ";")).ready()) {
      load();
      Held half = Held.by(server.handle().pid());
      load();
      Held end = Held.by(server.handle().pid());
      System.out.printf(
          "soak: statuses %s, %d receipts; half-way %s, at the end %s%n",
          statuses, receipts.size(), half, end);
      assertEquals(200, get("/health", "*/*").statusCode());
      server.signal("KILL");
      assertTrue(half.heap() > 0 && end.heap() < half.heap() + ROOM, half + " " + end);
      assertTrue(end.threads() < half.threads() + 20, half + " " + end);
      assertTrue(end.files() < half.files() + 30, half + " " + end);
      assertTrue(statuses.get(200).get() > 20, statuses::toString);
      assertEquals(Set.of(), unexpected());
      assertTrue(receipts.size() > 20, receipts::toString);
    }
    everyReportIsThere();
  }

  /** Besides answers: no room for reports, too busy, and what was broken off on purpose. */
  private Set<Integer> unexpected() {
    Set<Integer> found = ConcurrentHashMap.newKeySet();
    found.addAll(statuses.keySet());
    found.removeAll(Set.of(0, 200, 201, 503, 507));
    return found;
  }

  private void everyReportIsThere() throws Exception {
    try (Server again = new Server(command("")).ready()) {
      String kept = Files.readString(folder.resolve("reports/reports.jsonl"));
      for (String receipt : receipts) {
        assertEquals(2, kept.split(Pattern.quote("\"" + receipt + "\""), -1).length, receipt);
      }
      int before = receipts.size();
      report();
      assertEquals(before + 1, receipts.size(), "there is room again");
      assertEquals(0, again.signal("KILL") == 137 ? 0 : 1);
    }
  }
}
