package io.paperpress.render.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What decides how pages look, besides what they show: templates, the code that fills them, and assets. */
public final class Look {

    private static final String[] PARTS = {
        "classpath*:io/paperpress/render/pages/*.class",
        "classpath*:gg/jte/generated/precompiled/**/*.*",
        "classpath*:assets/*"
    };

    private final String fingerprint;

    Look(String siteName) {
        fingerprint = fingerprint(siteName);
    }

    /** Differs where pages may look different. */
    public String fingerprint() {
        return fingerprint;
    }

    private static String fingerprint(String siteName) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(siteName.getBytes(UTF_8));
            var resolver = new PathMatchingResourcePatternResolver();
            for (var pattern : PARTS) {
                var resources = resolver.getResources(pattern);
                Arrays.sort(resources, Comparator.comparing(resource -> String.valueOf(resource.getFilename())));
                for (Resource resource : resources) {
                    digest.update(resource.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
