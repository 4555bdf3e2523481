package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;

/** How figures read, beside the words that the documents have. */
class AmountsTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern LARGE =
      Pattern.compile("(?s)<p class=\"large\">(.*?)<small[^>]*>(.*?)</small>");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lb-s008-unicorns | 超过三分之一的欧洲科技独角兽企业 | 超过三分之一 | more than one third",
        "uk-s143-leaving | 2/5的职业早期科研人员 | 五分之二 | two fifths",
        "bc-s017-academicians | 全国近一半的两院院士 | 近一半 | nearly half",
        "bc-s018-top-talent | 全国总量超四成的顶尖人才 | 超过40% | more than 40%",
        "wc-s013-stanford-output | 占硅谷总产值的50%到60% | 50%～60% | 50%–60%",
        "lb-s111-age | 16-24岁 | 16～24岁 | 16–24 years",
        "bc-s074-co-founders | 几位 | 几位 | several",
        "uk-s142-harm-duration | 数十年 | 数十年 | tens of years",
        "wc-s016-companies | 数万家高科技企业 | 数万家 | tens of thousands",
        "bc-s073-studied-at-university | 大部分的博士 | 大部分 | most",
        "bc-s028-fund-size | 百亿元级的机器人产业基金 | 100亿元量级 | in the order of 10 billion yuan",
        "uk-s062-budget | 约为79.08亿英镑 | 约79.08亿英镑 | about £7.908 billion",
        "uk-s066-public-money | 高达1.7亿英镑 | 至多1.7亿英镑 | up to £170 million",
        "lb-s016-funds-raised | 超过1亿美元 | 超过1亿美元 | more than US$100 million",
        "uk-s137-incoming | 到英国开展研究的科学家减少了35% | 下降35% | fall of 35%",
        "bc-s058-growth | 年均增长率达25% | 年均增长25% | growth of 25% a year",
        "uk-s081-research-staff | 至少增加研发人员15万人 | 增加至少15万人 | increase of at least 150,000",
        "lb-s019-suppliers | 两倍多 | 超过2倍 | more than 2 times",
        "lb-s014-jobs | 318,480个工作岗位 | 318,480个 | 318,480",
        "bc-s031-ai-companies | 海淀区人工智能核心企业突破1300家 | 超过1300家 | more than 1,300",
        "lg-s036-age | 广州也有2000多年的悠久历史 | 超过2000年 | more than 2,000 years",
        "lb-s038-length | 400公里 | 400公里 | 400 km",
        "bc-s017-highly-cited | 411人次入选全球“高被引科学家” | 411人次 | 411",
        "lb-s031-turnover | 384亿英镑的营业额 | 估计384亿英镑 | an estimated £38.4 billion",
        "lb-s026-universities | 世界十大大学中的四所 | 4所 | 4"
      })
  void aFigureReadsAsItIsPrinted(String figure, String printed, String zh, String en) {
    assertEquals(zh + " | " + printed, large(figure, "zh"));
    assertEquals(en + " | " + printed, large(figure, "en"));
  }

  private static String large(String figure, String language) {
    String path = "/page/figure/" + figure + "?lang=" + language;
    try {
      String page =
          CLIENT
              .send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path))
                      .header("Accept", "text/html")
                      .build(),
                  BodyHandlers.ofString())
              .body();
      Matcher large = LARGE.matcher(page);
      return large.find() ? plain(large.group(1)) + " | " + plain(large.group(2)) : page;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", "").strip();
  }
}
