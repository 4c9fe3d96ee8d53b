package io.bandwatch.ingest.av.demux;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what need not be decoded to know that sound is well: of every 12 s all but the first 3.4 s, in which short-term
 * loudness is known (EBU Tech 3341, 3 s). What looks suspicious is decoded, with the two seconds before it and those after it.
 * As with pictures, suspicion is read from the stream alone:
 *
 * <ul>
 *   <li>packets are missing;
 *   <li>a unit costs little beside others for as long: it may be silent, for coders pad what they have no use for.
 * </ul>
 *
 * <p>Not thread-safe.
 */
public final class SoundStretches implements UnitChoice {
    private static final long SECOND_TICKS = 90_000;
    private static final long HEARD_TICKS = 34 * SECOND_TICKS / 10;

    /** What is left out of it must stay below the step that counts as a jump of time, 10 s. */
    private static final long PERIOD_TICKS = 12 * SECOND_TICKS;

    private static final long BESIDE_TICKS = 2 * SECOND_TICKS;
    private static final long JUMP_TICKS = 10 * SECOND_TICKS;
    private static final long WRAP_TICKS = 1L << 33;

    /** Share of the usual cost of as much time. */
    private static final double QUIET_SHARE = 0.35;

    /** In which the usual cost follows. */
    private static final double FOLLOWING_TICKS = 10.0 * SECOND_TICKS;

    /** In which what looks silent becomes usual. */
    private static final double GIVING_IN_TICKS = 200.0 * SECOND_TICKS;

    private final Destination to;
    private final Deque<Unit> held = new ArrayDeque<>();
    private @Nullable Unit last;
    private long anchorTicks = Unit.NONE;
    private long suspectedTicks = Unit.NONE;
    private double usualCost = Double.NaN;
    private boolean heard = true;
    private boolean leftOut;

    /** Takes what is to be decoded. */
    public interface Destination {
        /**
         * Takes a unit.
         *
         * @param afterLeftOut whether units before it were left out
         */
        void take(Unit unit, boolean afterLeftOut) throws IOException, InterruptedException;
    }

    public SoundStretches(Destination to) {
        this.to = to;
    }

    /** Takes the next unit. What it costs for its time is known when the one after it comes. */
    @Override
    public void accept(Unit unit) throws IOException, InterruptedException {
        Unit before = last;
        last = unit;
        long step = before == null ? 0 : step(before, unit);
        if (before != null) {
            choose(before, step);
        }
        boolean jumps = step < -SECOND_TICKS || step > JUMP_TICKS;
        if (unit.ptsTicks() != Unit.NONE && (anchorTicks == Unit.NONE || jumps)) {
            anchorTicks = unit.ptsTicks();
        }
    }

    /** Nothing follows: the last two seconds show that there was sound until here. */
    @Override
    public void end() throws IOException, InterruptedException {
        Unit before = last;
        last = null;
        if (before != null) {
            choose(before, 0);
        }
        giveHeld();
    }

    private void giveHeld() throws IOException, InterruptedException {
        for (Unit earlier = held.poll(); earlier != null; earlier = held.poll()) {
            give(earlier);
        }
    }

    /**
     * Gives a unit, or holds it back until it is known whether something suspicious follows soon.
     *
     * @param ticks how long it is; 0 or less where that is not known
     */
    private void choose(Unit unit, long ticks) throws IOException, InterruptedException {
        boolean suspicious = unit.damaged() || looksSilent(unit, ticks);
        if (unit.ptsTicks() != Unit.NONE) {
            suspectedTicks = suspicious ? unit.ptsTicks() : suspectedTicks;
            heard = isInStretch(unit.ptsTicks()) || isSoonAfter(unit.ptsTicks());
        }
        if (!heard && !suspicious) {
            held.add(unit);
            forget(unit);
            return;
        }
        if (suspicious) {
            giveHeld();
        }
        leftOut |= !held.isEmpty();
        held.clear();
        give(unit);
    }

    private boolean looksSilent(Unit unit, long ticks) {
        if (ticks <= 0 || ticks > SECOND_TICKS) {
            return false;
        }
        double cost = (double) CodedCost.of(unit.bytes()) / ticks;
        boolean quiet = cost < QUIET_SHARE * usualCost;
        double weight = Math.min(1, ticks / (quiet ? GIVING_IN_TICKS : FOLLOWING_TICKS));
        usualCost = Double.isNaN(usualCost) ? cost : usualCost + weight * (cost - usualCost);
        return quiet;
    }

    /** Of what is held back, what lies too far back. */
    private void forget(Unit newest) {
        while (held.size() > 1
                && (held.getFirst().ptsTicks() == Unit.NONE || step(held.getFirst(), newest) > BESIDE_TICKS)) {
            held.removeFirst();
            leftOut = true;
        }
    }

    private void give(Unit unit) throws IOException, InterruptedException {
        to.take(unit, leftOut);
        leftOut = false;
    }

    private boolean isInStretch(long ticks) {
        return Math.floorMod(ticks - anchorTicks, WRAP_TICKS) % PERIOD_TICKS < HEARD_TICKS;
    }

    private boolean isSoonAfter(long ticks) {
        return suspectedTicks != Unit.NONE && Math.floorMod(ticks - suspectedTicks, WRAP_TICKS) < BESIDE_TICKS;
    }

    /** From one unit to another, forwards or back; 0 where one has no time. */
    private static long step(Unit one, Unit other) {
        if (one.ptsTicks() == Unit.NONE || other.ptsTicks() == Unit.NONE) {
            return 0;
        }
        return Math.floorMod(other.ptsTicks() - one.ptsTicks() + WRAP_TICKS / 2, WRAP_TICKS) - WRAP_TICKS / 2;
    }
}
