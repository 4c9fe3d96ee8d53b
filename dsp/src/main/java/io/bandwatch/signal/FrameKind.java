package io.bandwatch.signal;

/** Why a frame or an observation exists. */
public enum FrameKind {
    /** Something was measured. */
    MEASURED,
    /** The recording has ended: nothing follows from this feed. */
    ENDED
}
