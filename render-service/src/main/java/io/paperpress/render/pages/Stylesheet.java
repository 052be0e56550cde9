package io.paperpress.render.pages;

import io.paperpress.render.model.Slugs;

/** The stylesheet that is data: venue chips in their colours, their text readable on each. */
final class Stylesheet {

    /** WCAG 2.2, success criterion 1.4.3. */
    static final double LEAST_CONTRAST = 4.5;

    private static final int INK = 0x111111;
    private static final int WHITE = 0xffffff;

    private Stylesheet() {}

    static String venueClass(String venue) {
        return "v-" + Slugs.of(venue);
    }

    static String venues(VenueColours colours) {
        var css = new StringBuilder();
        colours.all().forEach((venue, hex) -> {
            var background = readable(Integer.parseInt(hex, 16));
            css.append(".%s{background:#%06x;border-color:#%06x;color:#%06x}\n"
                    .formatted(venueClass(venue), background, background, text(background)));
        });
        return css.toString();
    }

    /** Ink or white, whichever reads better. */
    static int text(int background) {
        return contrast(background, INK) >= contrast(background, WHITE) ? INK : WHITE;
    }

    /** The colour itself, or the nearest darker one on which text reads well enough. */
    static int readable(int colour) {
        var darker = colour;
        while (contrast(darker, text(darker)) < LEAST_CONTRAST) {
            darker = darken(darker);
        }
        return darker;
    }

    /** From 1 to 21, by WCAG's definition of relative luminance. */
    static double contrast(int a, int b) {
        var lighter = Math.max(luminance(a), luminance(b));
        var darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static int darken(int colour) {
        var red = (int) ((colour >> 16 & 0xff) * 0.97);
        var green = (int) ((colour >> 8 & 0xff) * 0.97);
        var blue = (int) ((colour & 0xff) * 0.97);
        return red << 16 | green << 8 | blue;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
