package io.bandwatch.samples.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happens in a service for a while: faults, which must be told, and what looks like one and must not. */
public enum EventKind {
    BLACK("video-black", 2, Layer.PICTURE),
    /** Two seconds of fading, and black from then on. */
    FADE_TO_BLACK("video-black", 2, Layer.PICTURE),
    FREEZE("video-freeze", 5, Layer.PICTURE),
    /** The picture stands, the noise of the line goes on. */
    FREEZE_UNDER_NOISE("video-freeze", 30, Layer.PICTURE),
    /** The picture stands but for a corner of it. */
    FREEZE_WITH_CLOCK("video-freeze", 30, Layer.PICTURE),
    FLAT_COLOUR("video-freeze", 5, Layer.PICTURE),
    BARS_EBU_75("video-colour-bars", 3, Layer.BOTH),
    BARS_EBU_100("video-colour-bars", 3, Layer.BOTH),
    BARS_SMPTE("video-colour-bars", 3, Layer.BOTH),
    BARS_SMPTE_HD("video-colour-bars", 3, Layer.BOTH),
    /** Bytes of the pictures are wrong. */
    MOSAIC("video-mosaic", 2, Layer.STREAM),
    /** Packets of the pictures are lost. */
    PACKETS_LOST("video-mosaic", 2, Layer.STREAM),
    PICTURE_MISSING("video-lost", 2, Layer.STREAM),
    SOUND_MISSING("audio-lost", 2, Layer.STREAM),
    SILENCE("silence", 5, Layer.SOUND),
    /** Twelve decibels below what the service has. */
    TOO_QUIET("loudness-low", 30, Layer.SOUND),
    TOO_LOUD("loudness-high", 30, Layer.SOUND),
    /** Every tenth picture does not come. */
    PICTURES_DROPPED(null, 0, Layer.PICTURE),
    /** Stills of an advert, 3.6 s each. */
    ADVERT_STILLS(null, 0, Layer.PICTURE),
    /** A still picture that fades out for half of the time, and in again. */
    SLOW_FADE(null, 0, Layer.PICTURE),
    /** A dark scene in which something moves. */
    NIGHT(null, 0, Layer.PICTURE),
    /** A still picture with a ninth of it moving. */
    TALKING_HEAD(null, 0, Layer.PICTURE),
    SCENE_CUTS(null, 0, Layer.PICTURE),
    /** Bright signs that scroll over black. */
    CREDITS(null, 0, Layer.PICTURE),
    /** The black between adverts: to be shorter than two seconds. */
    SHORT_BLACK(null, 0, Layer.PICTURE),
    QUIET_MUSIC(null, 0, Layer.SOUND);

    /** What it changes. */
    enum Layer {
        PICTURE,
        SOUND,
        BOTH,
        STREAM
    }

    private static final double FADE_S = 2;

    /** A picture that fades is black when it has less than a tenth of its brightness. */
    private static final double FADED = 0.9;

    private final @Nullable String incident;
    private final double warnS;
    private final Layer layer;

    EventKind(@Nullable String incident, double warnS, Layer layer) {
        this.incident = incident;
        this.warnS = warnS;
        this.layer = layer;
    }

    /** The word used in scenarios, such as {@code fade-to-black}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static EventKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is none of "
                        + Arrays.stream(values()).map(EventKind::code).collect(Collectors.joining(", "))));
    }

    /** The incident that it is; null where nothing is wrong. */
    public @Nullable String incident() {
        return incident;
    }

    /** How long it must last to be told, s. */
    public double warnS() {
        return warnS;
    }

    /** Incidents of the transport stream that it may be as well. */
    public List<String> streamIncidents() {
        return switch (this) {
            case PACKETS_LOST, PICTURE_MISSING, SOUND_MISSING -> List.of("ts-priority-1", "ts-priority-2");
            default -> List.of();
        };
    }

    /** How long after its beginning the fault itself begins, s. */
    double onsetS() {
        return this == FADE_TO_BLACK ? FADED * FADE_S : 0;
    }

    boolean isOfPicture() {
        return layer == Layer.PICTURE || layer == Layer.BOTH;
    }

    boolean isOfSound() {
        return layer == Layer.SOUND || layer == Layer.BOTH;
    }

    /** Whether it is put into the coded stream, which must be a transport stream. */
    public boolean isOfStream() {
        return layer == Layer.STREAM;
    }
}
