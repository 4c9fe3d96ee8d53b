package io.bandwatch.detectors;

import java.util.Locale;

/** The kinds of incident that this version can raise. */
public enum IncidentKind {
    /** A carrier that no valid register entry explains. */
    UNLICENSED_CARRIER,
    /** A registered carrier that was received here and is not any more, within its hours on air. */
    CARRIER_LOST,
    /** A registered carrier farther off its frequency than allowed. */
    FREQUENCY_OFFSET,
    /** A carrier that deviates beyond what is allowed. */
    OVER_DEVIATION,
    /** More power in the multiplex over a minute than ITU-R BS.412 allows. */
    MPX_POWER_HIGH,
    /** A station that calls itself otherwise than its register row. */
    RDS_MISMATCH,
    /** A carrier on air that nothing modulates. */
    UNMODULATED_CARRIER,
    /** A programme that has fallen silent. */
    SILENCE,
    /** A programme much quieter than it used to be. */
    LOUDNESS_LOW,
    /** A programme much louder than it used to be. */
    LOUDNESS_HIGH,
    /** A stereo programme that has become mono. */
    MONO,
    /** One channel of a stereo programme is inverted. */
    PHASE_INVERTED,
    /** Another programme than the licensed one on a station's frequency. */
    PROGRAMME_MISMATCH,
    /** Many distant stations come up at once. */
    PROPAGATION_EVENT,
    /** A fault of a transport stream without which nothing can be decoded (TR 101 290, priority 1). */
    TS_PRIORITY_1,
    /** A fault of a transport stream that is to be watched for always (TR 101 290, priority 2). */
    TS_PRIORITY_2,
    /** A fault of a transport stream that matters to some applications (TR 101 290, priority 3). */
    TS_PRIORITY_3,
    /** A service that no row of the register explains. */
    UNLICENSED_SERVICE,
    /** A service that should be in its stream and is not. */
    SERVICE_MISSING,
    /** A service that is not what it was, or not what its row says. */
    SERVICE_CHANGED,
    /** A feed that brings nothing. */
    FEED_LOST,
    /** A receiver whose samples cannot be trusted. */
    RECEIVER_FAULT,
    /** A service whose pictures are black. */
    VIDEO_BLACK,
    /** A service whose picture stands still. */
    VIDEO_FREEZE,
    /** A service that shows a test card. */
    VIDEO_COLOUR_BARS,
    /** A service whose pictures are damaged in blocks. */
    VIDEO_MOSAIC,
    /** A service that has lost its pictures. */
    VIDEO_LOST,
    /** A service that has lost its sound. */
    AUDIO_LOST,
    /** Something else is on air than what the reference has. */
    INSERTED_CONTENT,
    /** A clip of the library is on air. */
    KNOWN_CLIP,
    /** A programme that is the same over and over again. */
    LOOPED_CONTENT,
    /** Unlicensed carriers that belong together. */
    LINKED_CARRIERS;

    /** The word used in records, such as {@code unlicensed-carrier}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
