package io.bandwatch.detectors.content.matching;

/**
 * Why what seems to be other sound may be the same at another delay. What comes back from a pause of its own, or of what it is compared with, may
 * come sooner or later than before, and without what was sent meanwhile; and sound that recurs fits at several delays. Nothing is held
 * against it before there was time to find out.
 *
 * @param away steps for which what it should be was missing just now
 * @param mute steps for which next to nothing was heard of it just now, where there should have been something
 * @param from step from which on it can be compared again
 * @param until step before which nothing is held against it
 * @param several whether it fits what it should be at several delays now
 */
public record Doubt(long away, long mute, long from, long until, boolean several) {
    /** There is none. */
    public static final Doubt NONE = new Doubt(0, 0, Long.MIN_VALUE, Long.MIN_VALUE, false);

    /** A pause that counts, steps: half a second. */
    private static final long LEAST = 25;

    /** Longer ones are as good as this, steps: a minute. */
    private static final long MOST = 3000;

    /** By then a delay is found again: it is sought each second, with up to two seconds of sound. Steps: three and a half seconds. */
    private static final long FOUND_WITHIN = 175;

    /** What was sent meanwhile may be missing for as long again after a pause: what is behind it may be later than what was before. */
    private static final long LOST = 2;

    /** It is the same for so long after a pause, steps: a second. */
    private static final long SURE = 50;

    /** Some more steps of which what it should be is missing. */
    public Doubt away(long steps) {
        return new Doubt(Math.min(MOST, away + steps), mute, from, until, several);
    }

    /** Some more steps in which next to nothing is heard of it. */
    public Doubt mute(long steps) {
        return new Doubt(away, Math.min(MOST, mute + steps), from, until, several);
    }

    /** It can be compared at a step. */
    public Doubt compared(long step) {
        if (away == 0 && mute == 0) {
            return this;
        }
        return away + mute < LEAST
                ? new Doubt(0, 0, from, until, several)
                : new Doubt(0, 0, step, Math.max(until, step + LOST * away + FOUND_WITHIN), several);
    }

    /** It is the same at a step. */
    public Doubt same(long step) {
        boolean sure = until != Long.MIN_VALUE && step - from >= SURE;
        return sure ? new Doubt(away, mute, Long.MIN_VALUE, Long.MIN_VALUE, false) : this;
    }

    /** It fits at several delays, or does not. */
    public Doubt fitting(boolean atSeveral) {
        return several == atSeveral ? this : new Doubt(away, mute, from, until, atSeveral);
    }

    /** Whether something is to be held against what differs at a step. */
    public boolean isOver(long step) {
        return !several && step >= until;
    }
}
