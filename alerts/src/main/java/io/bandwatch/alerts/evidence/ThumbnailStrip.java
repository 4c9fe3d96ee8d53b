package io.bandwatch.alerts.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pictures around the start of a fault, one a second, side by side: under each how far it is from the start, and its time
 * of day (UTC). The first of the fault is framed in red, with a line before it. A second without a picture is grey and crossed
 * out. Not thread-safe.
 */
public final class ThumbnailStrip {
    private static final int GAP = 4;
    private static final int BORDER = 3;
    private static final int FONT_SCALE = 2;
    private static final int LINE = FONT_SCALE * (SmallFont.HEIGHT + 2);
    private static final int USUAL_WIDTH = 160;
    private static final int USUAL_HEIGHT = 90;
    private static final int GREY = 0xB8BEC5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final int tileWidth;
    private final int tileHeight;
    private final int height;
    private final Canvas canvas;

    private ThumbnailStrip(List<@Nullable Thumbnail> seconds) {
        int widest = 0;
        int highest = 0;
        for (Thumbnail thumbnail : seconds) {
            widest = Math.max(widest, thumbnail == null ? 0 : thumbnail.width());
            highest = Math.max(highest, thumbnail == null ? 0 : thumbnail.height());
        }
        tileWidth = widest == 0 ? USUAL_WIDTH : widest;
        tileHeight = highest == 0 ? USUAL_HEIGHT : highest;
        height = tileHeight + 2 * GAP + 2 * LINE;
        canvas = new Canvas(seconds.size() * (tileWidth + GAP) + GAP, height);
    }

    /**
     * Draws the strip.
     *
     * @param seconds one for each second, null where nothing was shown
     * @param start which of them is the first of the fault
     * @param opened when that was
     * @return a PNG image
     */
    public static byte[] png(List<@Nullable Thumbnail> seconds, int start, Instant opened) {
        ThumbnailStrip strip = new ThumbnailStrip(seconds);
        for (int i = 0; i < seconds.size(); i++) {
            strip.tile(i, seconds.get(i), i == start);
            String offset = i == start ? "0 s" : String.format(Locale.ROOT, "%+d s", i - start);
            strip.text(i, 0, offset, i == start ? Canvas.RED : Canvas.INK);
            strip.text(i, 1, TIME.format(opened.plusSeconds(i - start)), i == start ? Canvas.RED : Canvas.INK);
        }
        strip.canvas.fill(start * (strip.tileWidth + GAP), 0, GAP, strip.height, Canvas.RED);
        return strip.canvas.png();
    }

    private void tile(int index, @Nullable Thumbnail thumbnail, boolean framed) {
        int left = GAP + index * (tileWidth + GAP);
        if (thumbnail == null) {
            canvas.fill(left, GAP, tileWidth, tileHeight, GREY);
            for (int x = 0; x < tileWidth; x++) {
                int y = x * (tileHeight - 1) / (tileWidth - 1);
                canvas.fill(left + x, GAP + y, 1, 1, Canvas.INK);
                canvas.fill(left + x, GAP + tileHeight - 1 - y, 1, 1, Canvas.INK);
            }
        } else {
            for (int y = 0; y < thumbnail.height(); y++) {
                for (int x = 0; x < thumbnail.width(); x++) {
                    canvas.fill(left + x, GAP + y, 1, 1, thumbnail.colour(x, y));
                }
            }
        }
        if (framed) {
            canvas.fill(left, GAP, tileWidth, BORDER, Canvas.RED);
            canvas.fill(left, GAP + tileHeight - BORDER, tileWidth, BORDER, Canvas.RED);
            canvas.fill(left, GAP, BORDER, tileHeight, Canvas.RED);
            canvas.fill(left + tileWidth - BORDER, GAP, BORDER, tileHeight, Canvas.RED);
        }
    }

    private void text(int index, int line, String text, int colour) {
        int left = GAP + index * (tileWidth + GAP) + BORDER;
        int top = tileHeight + 2 * GAP + line * LINE;
        canvas.text(left, top, text, FONT_SCALE, colour);
    }
}
