package io.bandwatch.detectors.artefact;

import io.bandwatch.detectors.Reason;
import io.bandwatch.signal.ArtefactEvidence.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be thought of a carrier as an artefact.
 *
 * @param artefact whether it is one
 * @param sure how surely it is one, 0..1: above 0.5 where {@code artefact} holds
 * @param kind of what kind it would most probably be; null where nothing was tested or nothing could
 *     make it
 * @param sourceHz from which carriers it would come, Hz
 * @param share share of its power that is explained, of what could be, 0..1
 * @param residualSnrDb what is left of it, over noise in 200 kHz, dB; NaN where nothing was tested
 * @param reasons why, the weightiest first; none where nothing was tested
 */
public record ArtefactOpinion(
        boolean artefact,
        double sure,
        @Nullable Kind kind,
        double[] sourceHz,
        double share,
        double residualSnrDb,
        List<Reason> reasons) {
    public ArtefactOpinion {
        reasons = List.copyOf(reasons);
    }
}
