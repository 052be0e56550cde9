package io.paperpress.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.JWSAlgorithm;
import io.paperpress.common.messaging.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = WebAutoConfigurationMvcTest.Application.class,
        properties = {
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "io.paperpress.common.messaging.MessagingAutoConfiguration",
            "management.endpoint.health.validate-group-membership=false",
            "spring.cloud.function.scan.enabled=false",
            "spring.security.oauth2.resourceserver.jwt.audiences=paperpress",
            "paperpress.tokens.issuer=paperpress-dev",
            "paperpress.cors.write-origins=https://lists.example"
        })
@AutoConfigureMockMvc
class WebAutoConfigurationMvcTest {

    @Autowired
    MockMvc mvc;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", TestTokens::publicKeyLocation);
    }

    @Test
    void readingNeedsNoToken() throws Exception {
        mvc.perform(get("/things/fine")).andExpect(status().isOk());
    }

    @Test
    void writingWithoutATokenIsUnauthorized() throws Exception {
        mvc.perform(post("/things"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("/problems/unauthorized"))
                .andExpect(jsonPath("$.status").value(401));
    }

    @Test
    void anExpiredOrGarbledTokenIsUnauthorized() throws Exception {
        for (var token : new String[] {TestTokens.expired(), "garbage", TestTokens.contributor() + "x"}) {
            mvc.perform(post("/things").header("Authorization", "Bearer " + token))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.detail", containsString("not valid here")));
        }
    }

    @Test
    void aTokenThatIsNotOursIsUnauthorized() throws Exception {
        var tokens = Map.of(
                "another issuer", TestTokens.token(claims -> claims.issuer("elsewhere")),
                "no issuer", TestTokens.token(claims -> claims.issuer(null)),
                "another audience", TestTokens.token(claims -> claims.audience("elsewhere")),
                "no audience", TestTokens.token(claims -> claims.audience((String) null)),
                "no expiry", TestTokens.token(claims -> claims.expirationTime(null)),
                "not valid yet", TestTokens.token(claims -> claims.notBeforeTime(in(Duration.ofMinutes(5)))),
                "just expired", TestTokens.token(claims -> claims.expirationTime(in(Duration.ofMinutes(-2)))),
                "no subject", TestTokens.token(claims -> claims.subject(null)),
                "another key", TestTokens.ofAnotherKey(),
                "no signature", TestTokens.unsigned());
        tokens.forEach((what, token) -> refuses(what, token));
    }

    @Test
    void theAlgorithmIsOursToChoose() {
        refuses("the public key as a secret", TestTokens.signedWithThePublicKeyAsSecret());
        refuses("RS512", TestTokens.token(JWSAlgorithm.RS512));
        refuses("PS256", TestTokens.token(JWSAlgorithm.PS256));
    }

    @Test
    void clocksMayDifferALittle() throws Exception {
        var token = TestTokens.token(claims -> claims.expirationTime(in(Duration.ofSeconds(-20))));
        mvc.perform(post("/things").header("Authorization", "Bearer " + token)).andExpect(status().isOk());
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private void refuses(String what, String token) {
        try {
            int status = mvc.perform(post("/things").header("Authorization", "Bearer " + token))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(what).isEqualTo(401);
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }

    @Test
    void everyAnswerForbidsWhatNoAnswerNeeds() throws Exception {
        for (var request :
                new MockHttpServletRequestBuilder[] {get("/things/fine"), post("/things"), get("/nothing/at/all")}) {
            mvc.perform(request)
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("X-Frame-Options", "DENY"))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
        }
    }

    @Test
    void everybodysPagesMayReadAndThoseNamedMayWrite() throws Exception {
        mvc.perform(get("/things/fine").header("Origin", "https://any.example"))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", "*"));
        mvc.perform(preflight("GET", "https://any.example").header("Access-Control-Request-Headers", "last-event-id"))
                .andExpect(status().isOk());
        mvc.perform(preflight("POST", "https://any.example"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        mvc.perform(preflight("POST", "https://lists.example")
                        .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key"))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", "https://lists.example"));
        mvc.perform(post("/things")
                        .header("Origin", "https://any.example")
                        .header("Authorization", "Bearer " + TestTokens.contributor()))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
    }

    private static MockHttpServletRequestBuilder preflight(String method, String origin) {
        return options("/things").header("Origin", origin).header("Access-Control-Request-Method", method);
    }

    @Test
    void whatTheFirewallRejectsIsAProblem() throws Exception {
        for (var path : new String[] {"/things//fine", "/things/a;b", "/things/%2e%2e/x", "/things/a%00"}) {
            mvc.perform(get(URI.create(path)))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.type").value("/problems/bad-request"));
        }
    }

    @Test
    void aRefusalMaySayWhenToComeAgain() throws Exception {
        mvc.perform(get("/things/often"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "42"));
    }

    @Test
    void aTokenOfTooWeakARoleIsForbidden() throws Exception {
        mvc.perform(post("/things/curate").header("Authorization", "Bearer " + TestTokens.contributor()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/forbidden"));
    }

    @Test
    void aMaintainerMayDoWhatAContributorMay() throws Exception {
        for (var path : new String[] {"/things", "/things/curate"}) {
            mvc.perform(post(path).header("Authorization", "Bearer " + TestTokens.maintainer()))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void aRefusalIsAProblemOfItsKind() throws Exception {
        mvc.perform(get("/things/refused"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("/problems/thing-not-found"))
                .andExpect(jsonPath("$.detail").value("There is no thing like that."));
    }

    @Test
    void aDependencyThatIsAwayIsUnavailableWithRetryAfter() throws Exception {
        mvc.perform(get("/things/away"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.detail", containsString("try again")));
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailableToo() throws Exception {
        mvc.perform(get("/things/unreachable"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"));
    }

    @Test
    void aBugTellsNothingOfItself() throws Exception {
        mvc.perform(get("/things/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.type").value("/problems/internal"))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("secret"))));
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() throws Exception {
        mvc.perform(post("/things/fine").header("Authorization", "Bearer " + TestTokens.contributor()))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.type").value("/problems/method-not-allowed"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Things.class)
    static class Application {}

    @RestController
    static class Things {

        @GetMapping("/things/{kind}")
        String thing(@PathVariable String kind) {
            return switch (kind) {
                case "refused" ->
                    throw new ProblemException(
                            HttpStatus.NOT_FOUND, "thing-not-found", "No such thing", "There is no thing like that.");
                case "often" ->
                    throw new ProblemException(
                                    HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many calls", "Wait.")
                            .retryAfter(Duration.ofSeconds(42));
                case "away" -> throw new Unavailable("a thing is away", new IOException("refused"));
                case "unreachable" ->
                    throw new DataAccessResourceFailureException("no connection", new IOException("refused"));
                case "bug" -> throw new IllegalStateException("secret");
                default -> kind;
            };
        }

        @PostMapping("/things")
        @PreAuthorize("hasRole('contributor')")
        String add() {
            return "added";
        }

        @PostMapping("/things/curate")
        @PreAuthorize("hasRole('maintainer')")
        String curate() {
            return "curated";
        }
    }
}
