package io.paperpress.search.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks the connection when an answer that had begun cannot be finished, so that nobody takes a part for the whole.
 *
 * <p>An exception that reaches the server after the first bytes makes it do so; an exception handler would end the answer
 * as if it were complete.
 */
@Component
class BrokenOff extends OncePerRequestFilter {

    private static final String REASON = BrokenOff.class.getName();

    static void mark(HttpServletRequest request, Exception reason) {
        request.setAttribute(REASON, reason);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(REASON) instanceof Exception reason) {
            throw new ServletException("The answer could not be finished", reason);
        }
    }
}
