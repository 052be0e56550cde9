package io.paperpress.render.web;

import io.paperpress.render.publish.PageStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.UrlPathHelper;

/** Serves the site's files; works while everything else is away. */
@RestController
class PageController {

    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final Pattern SUBMISSION = Pattern.compile("/submissions/[a-z0-9]{1,64}/");

    private final SiteFiles files;
    private final FormerGroups formerGroups;

    PageController(PageStore store, FormerGroups formerGroups) {
        this.files = new SiteFiles(store.root());
        this.formerGroups = formerGroups;
    }

    @GetMapping("/**")
    @Nullable
    ResponseEntity<Resource> page(ServletWebRequest request) throws IOException {
        var path = address(request.getRequest());
        var file = files.find(path);
        if (file == null) {
            return files.isDirectory(path) ? redirect(request.getRequest()) : former(path, request);
        }
        var served = files.open(file, acceptsGzip(request));
        if (request.checkNotModified(served.tag())) {
            served.close();
            return null;
        }
        return response(ResponseEntity.ok(), served, path);
    }

    /** One page stands for every submission: its script asks for the one it was opened for. */
    private static String address(HttpServletRequest request) {
        var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return SUBMISSION.matcher(path).matches() ? "/submissions/" : path;
    }

    /** The address is one of ours: it was found below the site directory. */
    private static ResponseEntity<Resource> redirect(HttpServletRequest request) {
        var query = request.getQueryString();
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, request.getRequestURI() + "/" + (query == null ? "" : "?" + query))
                .build();
    }

    /** Where a paper was that is another one now, or none. Neither is for ever: both can be undone. */
    private ResponseEntity<Resource> former(String path, ServletWebRequest request) throws IOException {
        var target = files.moved(path);
        if (target != null) {
            var query = request.getRequest().getQueryString();
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .header(HttpHeaders.LOCATION, target + (query == null ? "" : "?" + query))
                    .cacheControl(ASK_AGAIN)
                    .build();
        }
        var gone = files.gone(path);
        return gone == null
                ? renamed(path, request)
                : response(ResponseEntity.status(HttpStatus.GONE), files.open(gone, acceptsGzip(request)), path);
    }

    /** A page that moved with its name; what is deleted here may be back later, so no cache is to keep the way. */
    private ResponseEntity<Resource> renamed(String path, ServletWebRequest request) throws IOException {
        var now = formerGroups.now(path, address -> files.find(address) != null);
        if (now == null) {
            return notFound(request);
        }
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, now)
                .cacheControl(ASK_AGAIN)
                .build();
    }

    private ResponseEntity<Resource> notFound(ServletWebRequest request) throws IOException {
        var page = files.find("/404.html");
        if (page == null) {
            return ResponseEntity.notFound().build();
        }
        return response(
                ResponseEntity.status(HttpStatus.NOT_FOUND), files.open(page, acceptsGzip(request)), "/404.html");
    }

    private static ResponseEntity<Resource> response(
            ResponseEntity.BodyBuilder response, SiteFiles.Served served, String path) {
        if (served.isZipped()) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.contentType(ContentTypes.of(served.name()))
                .contentLength(served.length())
                .eTag(served.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(path.startsWith("/assets/") ? KEEP : ASK_AGAIN)
                .body(served.content());
    }

    private static boolean acceptsGzip(ServletWebRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
