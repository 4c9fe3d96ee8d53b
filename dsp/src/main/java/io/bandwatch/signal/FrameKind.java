package io.bandwatch.signal;

/** Why a frame or an observation exists. */
public enum FrameKind {
    /** Something was measured. */
    MEASURED,
    /** Time has passed in which the receiver brought nothing. What is on air then is unknown. */
    UNHEARD,
    /** The recording has ended: nothing follows from this feed. */
    ENDED,
    /** Time has passed in which something came, of which nothing could be measured. What is on air then is unknown. */
    UNMEASURED;

    /** Whether nothing is known of the time. */
    public boolean isUnknown() {
        return this == UNHEARD || this == UNMEASURED;
    }
}
