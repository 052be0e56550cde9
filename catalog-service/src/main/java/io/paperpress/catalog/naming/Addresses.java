package io.paperpress.catalog.naming;

import io.paperpress.common.events.NameKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names in addresses. */
final class Addresses {

    private Addresses() {}

    static String alias(NameKind kind, String name) {
        return "/api/aliases/" + kind.slug() + "/" + encoded(name);
    }

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
