package io.paperpress.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether an address answers with success. */
final class HttpProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int OK = 200;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private HttpProbe() {}

    static boolean answers(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
