package io.bandwatch.detectors.content.clips;

/**
 * How a clip may lie in time.
 *
 * @param clip its number in the library
 * @param airStep a step on air
 * @param clipStep the step of the clip that is heard then
 * @param speed how much faster than it was recorded it is played, as a share
 */
public record ClipLine(int clip, long airStep, double clipStep, double speed) {
    /** When a word of the clip is heard, steps on air, to the nearest. */
    public long airStepOf(int word) {
        return airStep + (long) Math.floor((word * (double) Clip.STRIDE - clipStep) / (1 + speed) + 0.5);
    }

    /** What is heard of the clip at a step on air, steps. */
    public double clipStepAt(long step) {
        return clipStep + (step - airStep) * (1 + speed);
    }

    /** First word of the clip that is not heard before a step. */
    public int wordFrom(long step) {
        return (int) Math.ceil(clipStepAt(step) / Clip.STRIDE - 1e-6);
    }

    /** The same line, told at another step. */
    ClipLine at(long step) {
        return new ClipLine(clip, step, clipStepAt(step), speed);
    }

    /** The same moment at another speed, so much later in the clip. */
    public ClipLine turned(double steps, double faster) {
        return new ClipLine(clip, airStep, clipStep + steps, speed + faster);
    }

    /** Whether another line says nearly the same at a step. */
    boolean isLike(ClipLine other, long step, double steps) {
        return clip == other.clip && Math.abs(clipStepAt(step) - other.clipStepAt(step)) <= steps;
    }
}
