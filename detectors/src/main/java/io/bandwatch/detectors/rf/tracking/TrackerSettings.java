package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.io.Serializable;
import java.time.Duration;

/**
 * When two sightings are the same carrier.
 *
 * @param nearHz farthest a carrier may be from where it was a moment ago, Hz. Too low: a weak voice carrier, whose
 *     frequency jitters by kilohertz from look to look, falls apart; too high: neighbours are mixed up
 * @param returnHz the same after an absence, Hz. Too low: a drifting transmitter comes back as another; too high: another
 *     transmitter inherits its incident
 * @param recent absence up to which {@code nearHz} holds
 * @param forgetAfter absence after which a carrier is a new one
 * @param driftHz farthest a track may be from the centre of the channel first given before it gets another, Hz
 * @param confirmWindow span of looks of which most must have found the carrier; one look as long as this suffices. Too
 *     short: accidents of noise are confirmed; too long: the alarm is late
 * @param confirmShare least share of that span in which it was found
 */
public record TrackerSettings(
        double nearHz,
        double returnHz,
        Duration recent,
        Duration forgetAfter,
        double driftHz,
        Duration confirmWindow,
        double confirmShare)
        implements Serializable {
    /** Of a receiver that goes from place to place, two of three rounds must have found the carrier. */
    private static final int ROUNDS = 3;

    public static final TrackerSettings DEFAULT = new TrackerSettings(
            40e3, 20e3, Duration.ofSeconds(3), Duration.ofHours(12), 70e3, Duration.ofSeconds(1), 0.6);

    /** The same for a look: of rounds of visits, three make a window. */
    TrackerSettings at(RfFrame look) {
        ReceiverState receiver = look.receiver();
        if (receiver == null || !receiver.isRound()) {
            return this;
        }
        Duration window = Duration.ofNanos(ROUNDS * look.durationNs());
        Duration confirm = window.compareTo(confirmWindow) > 0 ? window : confirmWindow;
        Duration near = window.compareTo(recent) > 0 ? window : recent;
        return new TrackerSettings(nearHz, returnHz, near, forgetAfter, driftHz, confirm, confirmShare);
    }
}
