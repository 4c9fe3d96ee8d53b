package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.repeats.Repeat;

/**
 * How much of a carrier was heard on another one before.
 *
 * @param subject of which carrier
 * @param other on which it was heard
 * @param since first step of it, since 1970
 * @param lag how many steps before, the last time
 * @param atAnyTime all of it
 * @param atOnce what of it both play within ten seconds
 * @param together what of it both play at the same time, as far as clocks tell
 */
public record SharedProgramme(
        Subject subject,
        Subject other,
        long since,
        double lag,
        SharedSteps atAnyTime,
        SharedSteps atOnce,
        SharedSteps together) {
    /** Who plays the same within ten seconds plays it from the same source, steps. */
    private static final double AT_ONCE = 500;

    /**
     * What two receivers hear of one transmitter is apart by less than a millisecond on the way, by as much as their samples
     * wait in buffers before they are timed, some tens of milliseconds, and by a step of 20 ms: 80 ms. Two recordings that
     * are begun by hand or by a timer, and streams that are buffered, are hardly ever so close.
     */
    private static final double TOGETHER = 4;

    static SharedProgramme of(Subject subject, Repeat repeat) {
        return new SharedProgramme(
                        subject,
                        repeat.other(),
                        repeat.from(),
                        repeat.lag(),
                        SharedSteps.NONE,
                        SharedSteps.NONE,
                        SharedSteps.NONE)
                .with(repeat);
    }

    static String key(Subject subject, Subject other) {
        return subject.place() + '>' + other.place();
    }

    /** With another stretch, or with what is known of one by now. */
    SharedProgramme with(Repeat repeat) {
        double apart = Math.abs(repeat.lag());
        return new SharedProgramme(
                subject,
                other,
                since,
                repeat.lag(),
                atAnyTime.with(repeat),
                apart <= AT_ONCE ? atOnce.with(repeat) : atOnce,
                apart <= TOGETHER ? together.with(repeat) : together);
    }

    SharedProgramme faded(double by) {
        return new SharedProgramme(
                subject, other, since, lag, atAnyTime.faded(by), atOnce.faded(by), together.faded(by));
    }

    boolean hasEnd(Subject carrier) {
        return subject.equals(carrier) || other.equals(carrier);
    }
}
