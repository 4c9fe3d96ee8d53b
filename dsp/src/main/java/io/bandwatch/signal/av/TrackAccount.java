package io.bandwatch.signal.av;

/**
 * What a decoder said of a track in one look. A damaged stream need not raise an error: what is missing shows in the time
 * stamps.
 *
 * @param state what became of the track
 * @param expected pictures, or samples of sound, that the time stamps leave room for
 * @param decoded those that came
 * @param errors errors that the decoder reported
 */
public record TrackAccount(TrackState state, long expected, long decoded, long errors) {
    /** Share of what was expected that did not come, 0 to 1; 0 where nothing was expected. */
    public double missingShare() {
        return expected <= 0 ? 0.0 : Math.max(0.0, (double) (expected - decoded) / expected);
    }
}
