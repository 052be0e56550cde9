package io.paperpress.common.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.paperpress.common.messaging.Unavailable;
import java.io.IOException;
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
            "spring.cloud.function.scan.enabled=false"
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
