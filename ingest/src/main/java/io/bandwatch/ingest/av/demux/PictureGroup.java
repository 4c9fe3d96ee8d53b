package io.bandwatch.ingest.av.demux;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pictures from one that needs no other on, which may hold several shorter groups, and what they cost. Not thread-safe. */
final class PictureGroup {
    /** Share of the cost of the first picture: all others of a group that stands cost less, but for the costliest. */
    private static final double STANDING_SHARE = 0.2;

    private static final long WRAP_TICKS = 1L << 33;

    private final List<Unit> units = new ArrayList<>();
    private double firstCost;
    private double freeCost;
    private double othersCost;
    private double costliest;
    private boolean damaged;
    private boolean stood;

    /**
     * Adds a unit.
     *
     * @param free whether it begins with a picture that needs no other
     */
    void add(Unit unit, boolean free) {
        double cost = CodedCost.of(unit.bytes());
        if (units.isEmpty()) {
            firstCost = cost;
            freeCost = cost;
        } else if (free) {
            stood |= standsNow();
            freeCost = cost;
            othersCost = 0;
            costliest = 0;
        } else {
            othersCost += cost;
            costliest = Math.max(costliest, cost);
        }
        damaged |= unit.damaged();
        units.add(unit);
    }

    List<Unit> units() {
        return Collections.unmodifiableList(units);
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    int size() {
        return units.size();
    }

    double firstCost() {
        return firstCost;
    }

    boolean damaged() {
        return damaged;
    }

    /**
     * Whether the pictures after one that needs no other cost next to nothing, up to the next of that kind, but for one that
     * may refine it.
     */
    boolean stands() {
        return stood || standsNow();
    }

    private boolean standsNow() {
        return othersCost - costliest < STANDING_SHARE * freeCost;
    }

    /** From the first picture to the one that is shown last. */
    long spanTicks() {
        long span = 0;
        for (Unit unit : units) {
            span = Math.max(span, ticksTo(unit));
        }
        return span;
    }

    /** From the first picture to that of a unit; 0 where that is shown earlier, or one of them has no time. */
    long ticksTo(Unit unit) {
        long first = units.isEmpty() ? Unit.NONE : units.get(0).ptsTicks();
        boolean later = first != Unit.NONE && unit.ptsTicks() != Unit.NONE && !isBefore(unit.ptsTicks(), first);
        return later ? Math.floorMod(unit.ptsTicks() - first, WRAP_TICKS) : 0;
    }

    /** The time of the first that has one. */
    long ticks() {
        return units.stream()
                .mapToLong(Unit::ptsTicks)
                .filter(ticks -> ticks != Unit.NONE)
                .findFirst()
                .orElse(Unit.NONE);
    }

    static boolean isBefore(long ticks, long other) {
        return ticks != Unit.NONE
                && other != Unit.NONE
                && Math.floorMod(ticks - other + WRAP_TICKS / 2, WRAP_TICKS) < WRAP_TICKS / 2;
    }

    /** Whether a group begins less than so long after a time. */
    boolean isWithin(long ticks, long sinceTicks) {
        long mine = ticks();
        return sinceTicks != Unit.NONE && mine != Unit.NONE && Math.floorMod(mine - sinceTicks, WRAP_TICKS) < ticks;
    }
}
