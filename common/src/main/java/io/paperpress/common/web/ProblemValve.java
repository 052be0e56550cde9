package io.paperpress.common.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat itself refuses, such as an address that is none; made by Tomcat, by its name. */
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("X-Content-Type-Options", "nosniff");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(document(Problems.of(HttpStatusCode.valueOf(status))));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // the caller has left
        }
    }

    private static String document(ProblemDetail problem) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("type", problem.getType());
        members.put("title", problem.getTitle());
        members.put("status", problem.getStatus());
        members.put("detail", problem.getDetail());
        return JSON.writeValueAsString(members);
    }
}
