package io.bandwatch.detectors.artefact;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.ChannelRaster;

/**
 * Carriers that a carrier may come from, and how much of it they explained.
 *
 * @param kind in which way
 * @param sourceHz as in the evidence, of the look that was added last
 * @param explained linear power explained, summed over looks
 */
public record ArtefactSource(ArtefactEvidence.Kind kind, double[] sourceHz, double explained) {
    /** Whether evidence names the same carriers, each in the same channel of the raster; there is one distortion only. */
    boolean isOf(ArtefactEvidence evidence) {
        if (kind == ArtefactEvidence.Kind.DISTORTION && evidence.kind() == kind) {
            return true;
        }
        if (evidence.kind() != kind || evidence.sourceHz().length != sourceHz.length) {
            return false;
        }
        for (int i = 0; i < sourceHz.length; i++) {
            if (ChannelRaster.FM.nearest(sourceHz[i]) != ChannelRaster.FM.nearest(evidence.sourceHz()[i])) {
                return false;
            }
        }
        return true;
    }

    ArtefactSource with(ArtefactEvidence evidence, double power) {
        return new ArtefactSource(kind, evidence.sourceHz(), explained + power * evidence.explainedShare());
    }
}
