package io.bandwatch.deploy.cli.acceptance.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of the record: one for each clip, track and measure, with what differs and why. Not thread-safe. */
final class Comparison {
    /** Why a difference is none of ours; what has no reason is not explained. */
    enum Reason {
        /** One cause makes one incident: our detector does not call a black picture frozen. */
        BLACK_IS_NOT_FROZEN("ours does not report a black picture as frozen, too"),
        /** The pictures' difference is at the limit of a freeze, where a rounding decides. */
        OTHER_THUMBNAILS(
                "our meter agrees on FFmpeg's pictures: at the limit, thumbnails of two rows of each block differ"
                        + " from those of all rows"),
        /** Decoders differ in what they make of a damaged or cut stream. */
        OTHER_PICTURES("the two decoders brought different pictures"),
        OTHER_SAMPLES("the two decoders brought different samples"),
        OTHER_SOUND("our meter agrees on FFmpeg's samples: the two decoders made other sound of a stream that is cut"
                + " or damaged"),
        /** As long as the least that is told, to within the tolerance. */
        AT_THE_LIMIT("as long as the least that is told, to within the tolerance"),
        /** It divides by what has come, and puts them into the histogram. */
        WINDOWS_NOT_FULL(
                "FFmpeg counts its first windows before they are full; ours agrees with the mean of its full ones"),
        /** A second of programme has ten windows, and one more or less decides. */
        SHORT(
                "a few windows in all: ours go to the last sample, FFmpeg's to the last whole tenth of a second, and FFmpeg"
                        + " counts its first ones before they are full");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    private ObjectNode row = JsonNodeFactory.instance.objectNode();
    private int differences;
    private int unexplained;

    /**
     * Begins a row.
     *
     * @param path {@code product} for our own decoding and detectors, {@code meter} for our meters on samples that FFmpeg
     *     decoded
     */
    void begin(String clip, String track, String measure, String path) {
        row = rows.addObject();
        row.put("clip", clip);
        row.put("track", track);
        row.put("measure", measure);
        row.put("path", path);
    }

    /** A clip or a track without anything to compare. */
    void nothing(String clip, String track, String reason) {
        ObjectNode none = rows.addObject();
        none.put("clip", clip);
        if (!track.isEmpty()) {
            none.put("track", track);
        }
        none.put("not_compared", reason);
    }

    void say(String name, double value) {
        if (Double.isFinite(value)) {
            row.put(name, Math.rint(1000 * value) / 1000);
        }
    }

    void say(String name, long value) {
        row.put(name, value);
    }

    /**
     * A difference.
     *
     * @param reason null where it has none
     */
    void differ(String what, @Nullable Reason reason) {
        ArrayNode listed = row.has("differences") ? (ArrayNode) row.get("differences") : row.putArray("differences");
        ObjectNode difference = listed.addObject().put("difference", what);
        difference.put("reason", reason == null ? "not explained" : reason.text);
        differences++;
        unexplained += reason == null ? 1 : 0;
    }

    /**
     * Compares two figures; those that are nothing on both sides agree.
     *
     * @param otherwise why they do not; null where that would not be known
     * @return whether they do
     */
    boolean figures(String name, double ours, double theirs, double below, double above, @Nullable Reason otherwise) {
        say(name + "_ours", ours);
        say(name + "_ffmpeg", theirs);
        boolean nothing = !Double.isFinite(ours) || !Double.isFinite(theirs);
        boolean agree = nothing
                ? Double.isFinite(ours) == Double.isFinite(theirs)
                : ours - theirs >= -below && ours - theirs <= above;
        if (!agree) {
            differ(String.format(Locale.ROOT, "%s %.2f, ffmpeg %.2f", name, ours, theirs), otherwise);
        }
        return agree;
    }

    /** How many stretches both have. */
    void spans(List<Span> ours, List<Span> theirs) {
        say("ours", ours.size());
        say("ffmpeg", theirs.size());
    }

    ArrayNode rows() {
        return rows;
    }

    int differences() {
        return differences;
    }

    int unexplained() {
        return unexplained;
    }
}
