package io.paperpress.catalog.identity;

import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.PlainText;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.identity.TitleFingerprint;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys under which one work can be found again: {@code arxiv:2502.20766}, {@code title:attentionisallyouneed}. */
public final class IdentityKeys {

    /** What an index takes for a key is limited; longer titles are cut, and told apart by a digest. */
    private static final int LONGEST = 200;

    private static final int DIGEST = 37;

    private IdentityKeys() {}

    /** Those of one submission. */
    public static Set<String> of(PaperFields values) {
        var keys = new LinkedHashSet<String>();
        Identifiers.in(values).forEach(identifier -> keys.add(bounded(identifier.toString())));
        String fingerprint = fingerprint(values.title());
        if (!TitleFingerprint.isGeneric(fingerprint)) {
            keys.add(bounded("title:" + fingerprint));
        }
        return keys;
    }

    /** All that any source of the paper gives it and no maintainer denies. */
    public static Set<String> of(Paper paper) {
        var keys = new LinkedHashSet<String>();
        paper.claims().all().forEach(claim -> keys.addAll(of(claim.record().values())));
        paper.claims().denied().forEach(identifier -> keys.remove(bounded(identifier.toString())));
        return keys;
    }

    /** Empty where there is no title. */
    public static String fingerprint(@Nullable String title) {
        return title == null ? "" : TitleFingerprint.of(PlainText.of(title));
    }

    /** The key as it is stored. */
    public static String bounded(String key) {
        if (key.length() <= LONGEST) {
            return key;
        }
        int end = LONGEST - DIGEST;
        String start = key.substring(0, Character.isHighSurrogate(key.charAt(end - 1)) ? end - 1 : end);
        return start + "~" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
