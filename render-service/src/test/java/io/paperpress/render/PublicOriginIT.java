package io.paperpress.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.testing.Papers;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What a browser and a client get from the public origin. */
class PublicOriginIT extends WithRenderService {

    @Test
    void pagesAreCheckedAgainAndSentOnlyWhenTheyChanged() throws Exception {
        tell(Papers.attention().catalogued("attention001", 1));

        var plain = get("/papers/attention001/");
        var tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(plain.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(tag).startsWith("\"");
        assertThat(get("/papers/attention001/", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/papers/attention001/", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);

        var zipped = get("/papers/attention001/", "Accept-Encoding", "br, gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(zipped.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(get("/papers/attention001/", "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void pagesMayLoadNothingButOurOwnFiles() throws Exception {
        settled();
        var home = get("/");

        assertThat(home.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(home.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(home.headers().allValues("Set-Cookie")).isEmpty();
        var stylesheet = home.body().replaceAll("(?s).*href=\"(/assets/[^\"]+\\.css)\".*", "$1");
        assertThat(get(stylesheet).headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
        assertThat(home.body()).doesNotContainPattern("<(script|link|img|iframe|style)[^>]* (src|href)=\"(https?:)?//");
    }

    @Test
    void anAddressWithoutItsSlashLeadsToThePage() throws Exception {
        settled();
        var redirect = get("/venues?x=1");

        assertThat(redirect.statusCode()).isEqualTo(301);
        assertThat(redirect.headers().firstValue("Location")).hasValue("/venues/?x=1");
    }

    @Test
    void whatIsNotThereHasAPageThatSaysSo() throws Exception {
        settled();
        assertThat(get("/papers/nothing/").statusCode()).isEqualTo(404);
        assertThat(get("/papers/nothing/").body()).contains("There is no such page");
        for (var path : new String[] {"/.site", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"}) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void theApiGoesToItsOwnerUnchanged() throws Exception {
        var answer = get(
                "/api/papers/x?format=bibtex&a=%C3%A9",
                "Authorization", "Bearer nonsense", "X-Forwarded-Host", "elsewhere.example");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(answer.body())
                .isEqualTo("GET /api/papers/x?format=bibtex&a=%%C3%%A9 Bearer nonsense localhost:%d 0".formatted(port));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isEmpty();
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void namesInAddressesPassAsTheyAre() throws Exception {
        for (var path : new String[] {"/api/aliases/institution/AT%2FT%20Labs", "/api/aliases/venue/100%25%3B"}) {
            assertThat(get(path).body()).startsWith("GET " + path + " ");
        }
    }

    @Test
    void pagesOfOtherOriginsMayReadAndAreToldSoOnce() throws Exception {
        var answer = get("/api/site", "Origin", "https://any.example");
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        var forwarded = get("/api/papers/x", "Origin", "https://any.example");
        assertThat(forwarded.headers().allValues("Access-Control-Allow-Origin")).isEmpty(); // its owner says it
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/papers/x"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://any.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .build();
        var preflight = http.send(request, BodyHandlers.ofString());
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblem() throws Exception {
        for (var path : new String[] {"/api//papers", "/api/papers/a;b", "/papers/%00/"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void anUploadIsStreamedToItsOwnerAndNeedsNoTokenHere() throws Exception {
        var length = 64L << 20;
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/submissions?list=x"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> zeros(length)), length))
                .build();

        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .startsWith("POST /api/submissions?list=x null")
                .endsWith(" " + length);
    }

    /** What curl sends of any file where it is told no type. */
    @Test
    void aFormsBodyPassesAsItIs() throws Exception {
        for (byte[] body :
                new byte[][] {"https://a.example/?a=1&b=%zz\n\n=&".getBytes(), {'P', 'K', 3, 4, 0, -1, '&'}}) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/submissions?list=x"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();

            var answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.body())
                    .startsWith("POST /api/submissions?list=x null")
                    .endsWith(" " + body.length);
        }
    }

    @Test
    void eventsPassOneByOneAsTheyAreSent() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/submissions/followed/events"))
                .header("Last-Event-ID", "7")
                .header("X-Forwarded-For", "203.0.113.9")
                .build();
        var lines = new ArrayList<String>();

        var answer = http.send(request, BodyHandlers.ofLines());
        answer.body().forEach(line -> {
            lines.add(line);
            if (line.equals("data: first")) {
                firstEvent.countDown();
            }
        });

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(lines).contains("data: heard true since 7 from [127.0.0.1]");
    }

    @Test
    void aServiceThatIsAwayIsAProblemThatPasses() throws Exception {
        var answer = get("/api/search?q=x");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void nobodyCallsAConsumerOverHttp() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/renderPaper"))
                .POST(BodyPublishers.ofString("x"))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void theSiteSaysWhereItStands() throws Exception {
        tell(Papers.attention().catalogued("attention002", 4));
        settled();

        assertThat(get("/api/site").body())
                .contains(
                        "\"papers\":",
                        "\"pages\":",
                        "\"lastPublishedAt\":\"20",
                        "\"pending\":0",
                        "\"catalogRevision\":");
        assertThat(get("/api/site/papers?after=attention001&size=1").body())
                .isEqualTo("{\"papers\":[{\"paperId\":\"attention002\",\"revision\":4}],\"after\":\"attention002\"}");
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int most) {
                if (left <= 0) {
                    return -1;
                }
                var n = (int) Math.min(most, left);
                left -= n;
                return n;
            }
        };
    }
}
