package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.Sighting;

/**
 * How often a verdict is right that was reached on evidence like this: a logistic function of how clearly the carrier is
 * received, how long it was heard, and what remains open. The weights are set on the tuning family of scenes and measured on
 * another one; see the reliability diagram of the calibration check.
 */
final class Confidence {
    private static final double LOW_SNR_DB = -3;
    private static final double HIGH_SNR_DB = 12;

    private static final double BASE = 0.6;
    private static final double BY_SNR = 1.6;
    private static final double BY_TIME = 1.8;
    private static final double TIME_UNKNOWN = -0.5;

    private Confidence() {}

    static double of(Verdict verdict, boolean takenOver, Sighting sighting, Evidence evidence, Judgement judgement) {
        if (judgement.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.NO_REGISTER)) {
            return 0;
        }
        double clear = Math.max(0, Math.min(1, (sighting.snrDb() - LOW_SNR_DB) / (HIGH_SNR_DB - LOW_SNR_DB)));
        double heard = 1 - Math.exp(-evidence.onAirS());
        boolean unknownTime = judgement.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.TIME_UNKNOWN);
        double logit = BASE + BY_SNR * clear + BY_TIME * heard + (unknownTime ? TIME_UNKNOWN : 0);
        return 1 / (1 + Math.exp(-logit));
    }
}
