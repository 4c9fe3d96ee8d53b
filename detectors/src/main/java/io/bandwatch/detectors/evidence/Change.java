package io.bandwatch.detectors.evidence;

import java.time.Instant;

/**
 * A carrier that from one moment to the next became another one on the same frequency: its level rose, and with it changed
 * what a fade cannot change.
 *
 * @param at when
 * @param levelDb how much the level rose, dB
 * @param frequencyHz how much the carrier frequency moved, Hz
 * @param pilotHz how much the deviation by the pilot changed, Hz
 * @param piBefore programme identification before, empty if there was none
 * @param piAfter programme identification after, empty if there is none
 */
public record Change(Instant at, double levelDb, double frequencyHz, double pilotHz, String piBefore, String piAfter) {
    /** Whether the station identifies itself otherwise than before. */
    public boolean piChanged() {
        return !piBefore.isEmpty() && !piAfter.isEmpty() && !piBefore.equals(piAfter);
    }
}
