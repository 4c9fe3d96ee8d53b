package io.bandwatch.samples;

/** Hears how far the rendering of a scene is. */
@FunctionalInterface
public interface ProgressListener {
    /** Says nothing to nobody. */
    ProgressListener SILENT = (doneS, durationS) -> {};

    /**
     * Called about once for each second of the scene, and at its end.
     *
     * @param doneS seconds rendered
     * @param durationS seconds to render
     */
    void rendered(double doneS, double durationS);
}
