package io.paperpress.common.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** Answers what a filter or the servlet container refused; takes the place of the framework's page for errors. */
@Controller
final class RefusedElsewhere implements ErrorController {

    private final ProblemWriter problems;

    RefusedElsewhere(JsonMapper json) {
        this.problems = new ProblemWriter(json);
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void problem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND; // asked for by its address
        problems.write(response, Problems.of(status));
    }
}
