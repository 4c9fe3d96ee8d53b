package io.bandwatch.detectors.content.clips;

/**
 * How well a clip that lies so fits what is heard.
 *
 * @param line how it lies
 * @param wrong bits that differ of those that are sure on both sides
 * @param compared how many these are
 */
public record ClipMatch(ClipLine line, int wrong, int compared) {
    /** Share of bits that differ; a half of any other sound's do. */
    public double errors() {
        return compared == 0 ? 0.5 : (double) wrong / compared;
    }

    /**
     * By how many standard deviations fewer bits differ than would by chance, if each were for itself. They are not, so that
     * what another sound scores is found by measurement only.
     */
    public double score() {
        return compared == 0 ? 0 : (0.5 * compared - wrong) / (0.5 * Math.sqrt(compared));
    }
}
