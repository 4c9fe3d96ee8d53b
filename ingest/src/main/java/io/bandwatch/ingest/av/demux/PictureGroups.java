package io.bandwatch.ingest.av.demux;

import io.bandwatch.signal.ts.Codec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out what need not be decoded to know that pictures are well: of each group of pictures all but the first, which
 * needs no other. A group that looks suspicious is decoded whole, and so are the one before it and those that begin within two
 * seconds after it. Suspicion is read from the stream before anything is decoded, so that what is decoded is a function of the
 * stream alone:
 *
 * <ul>
 *   <li>packets of the group are missing: its pictures may be damaged;
 *   <li>the pictures after the first cost next to nothing, but for one that may refine it: they may stand still;
 *   <li>the first costs little beside those before it: it may be black, flat or a test card;
 *   <li>the group is longer than two seconds: too little would be known of it.
 * </ul>
 *
 * <p>Long runs of 00 and FF are padding of the coder and cost nothing. Not thread-safe.
 */
public final class PictureGroups {
    /** Share of the cost of the first picture: all others of a group that stands cost less, but for the costliest. */
    private static final double STANDING_SHARE = 0.2;

    /** Share of the usual cost of a first picture. */
    private static final double PLAIN_SHARE = 0.35;

    private static final long AFTERWARDS_TICKS = 2 * 90_000;
    private static final long LONGEST_TICKS = 2 * 90_000;
    private static final long WRAP_TICKS = 1L << 33;

    /** Some 10 s of pictures: no broadcaster's group is that long. */
    private static final int MOST_UNITS = 300;

    /** Weight of a new group in the usual cost: some 20 groups. */
    private static final double FOLLOWING = 0.05;

    /** What looks plain for minutes becomes usual. */
    private static final double GIVING_IN = 0.005;

    /** Shorter runs occur in coded pictures. */
    private static final int PADDING_RUN = 8;

    private final KeyPictures keys;
    private final Destination to;
    private List<Unit> held = List.of();
    private List<Unit> group = new ArrayList<>();
    private double usualCost = Double.NaN;
    private long suspectedTicks = Unit.NONE;
    private boolean heldSuspected;
    private boolean begun;

    /** The group under way has no first picture. */
    private boolean endless;

    private boolean wholeBefore;

    /** Takes what is to be decoded. */
    public interface Destination {
        /**
         * Takes a unit.
         *
         * @param leftOutTicks how long units after it are shown that are left out, 90 kHz; 0 where none is
         */
        void take(Unit unit, long leftOutTicks) throws IOException, InterruptedException;
    }

    /** @param keys how groups begin */
    PictureGroups(KeyPictures keys, Destination to) {
        this.keys = keys;
        this.to = to;
    }

    /** Whether groups of a codec are told apart; else everything must be decoded. */
    public static boolean areKnownOf(Codec codec) {
        return KeyPictures.of(codec).isPresent();
    }

    /**
     * Groups of a track.
     *
     * @throws IllegalArgumentException if groups of the codec are not told apart
     */
    public static PictureGroups of(Codec codec, Destination to) {
        KeyPictures keys = KeyPictures.of(codec)
                .orElseThrow(() -> new IllegalArgumentException("groups of " + codec.key() + " are not told apart"));
        return new PictureGroups(keys, to);
    }

    /** Takes the next unit. What comes before the first group cannot be decoded and is left out. */
    public void accept(Unit unit) throws IOException, InterruptedException {
        if (keys.startsWithOne(unit.bytes())) {
            ended();
            group.add(unit);
            begun = true;
            endless = false;
        } else if (begun || group.size() < MOST_UNITS) {
            group.add(unit);
        }
        if (group.size() >= MOST_UNITS) {
            goOn();
        }
    }

    /** Nothing follows. */
    public void end() throws IOException, InterruptedException {
        ended();
        give(held, heldSuspected);
        held = List.of();
    }

    /** A group is complete: what is held before it can be given, for whether this one is suspicious is known now. */
    private void ended() throws IOException, InterruptedException {
        if (!begun || group.isEmpty()) {
            // what begins in the middle has no first picture
            group = new ArrayList<>();
            return;
        }
        boolean suspected = endless || isSuspicious(group);
        give(held, heldSuspected || suspected);
        held = group;
        heldSuspected = suspected || isSoonAfter(group);
        suspectedTicks = suspected ? ticks(group) : suspectedTicks;
        group = new ArrayList<>();
    }

    /** No picture that needs no other comes: such streams refresh their pictures bit by bit, and are decoded as they come. */
    private void goOn() throws IOException, InterruptedException {
        give(held, true);
        give(group, true);
        held = List.of();
        heldSuspected = true;
        suspectedTicks = ticks(group);
        group = new ArrayList<>();
        begun = true;
        endless = true;
    }

    private void give(List<Unit> units, boolean whole) throws IOException, InterruptedException {
        if (units.isEmpty()) {
            return;
        }
        Unit first = units.get(0);
        to.take(first, whole ? 0 : spanTicks(units));
        if (whole) {
            for (Unit unit : units.subList(1, units.size())) {
                // pictures shown before the first are made of it and of the group before
                if (wholeBefore || !isBefore(unit.ptsTicks(), first.ptsTicks())) {
                    to.take(unit, 0);
                }
            }
        }
        wholeBefore = whole;
    }

    private boolean isSuspicious(List<Unit> units) {
        double firstCost = cost(units.get(0).bytes());
        double othersCost = 0;
        double costliest = 0;
        boolean damaged = units.get(0).damaged();
        for (Unit unit : units.subList(1, units.size())) {
            damaged |= unit.damaged();
            double cost = cost(unit.bytes());
            othersCost += cost;
            costliest = Math.max(costliest, cost);
        }
        boolean stands = othersCost - costliest < STANDING_SHARE * firstCost;
        boolean plain = firstCost < PLAIN_SHARE * usualCost;
        double weight = Double.isNaN(usualCost) ? 1 : plain ? GIVING_IN : FOLLOWING;
        usualCost = weight == 1 ? firstCost : usualCost + weight * (firstCost - usualCost);
        return damaged || stands || plain || spanTicks(units) > LONGEST_TICKS;
    }

    /** From the first picture of a group to the one that is shown last. */
    private static long spanTicks(List<Unit> units) {
        long first = units.get(0).ptsTicks();
        long span = 0;
        for (Unit unit : units) {
            boolean later = first != Unit.NONE && unit.ptsTicks() != Unit.NONE && !isBefore(unit.ptsTicks(), first);
            span = later ? Math.max(span, Math.floorMod(unit.ptsTicks() - first, WRAP_TICKS)) : span;
        }
        return span;
    }

    /** Bytes without runs of padding. */
    private static int cost(byte[] bytes) {
        int cost = bytes.length;
        int run = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean padding = bytes[i] == 0 || bytes[i] == -1;
            boolean goesOn = padding && i > 0 && bytes[i] == bytes[i - 1];
            if (!goesOn) {
                cost -= run >= PADDING_RUN ? run : 0;
                run = 0;
            }
            run += padding ? 1 : 0;
        }
        return cost - (run >= PADDING_RUN ? run : 0);
    }

    private boolean isSoonAfter(List<Unit> units) {
        long ticks = ticks(units);
        return suspectedTicks != Unit.NONE
                && ticks != Unit.NONE
                && Math.floorMod(ticks - suspectedTicks, WRAP_TICKS) < AFTERWARDS_TICKS;
    }

    private static long ticks(List<Unit> units) {
        return units.stream()
                .mapToLong(Unit::ptsTicks)
                .filter(ticks -> ticks != Unit.NONE)
                .findFirst()
                .orElse(Unit.NONE);
    }

    private static boolean isBefore(long ticks, long other) {
        return ticks != Unit.NONE
                && other != Unit.NONE
                && Math.floorMod(ticks - other + WRAP_TICKS / 2, WRAP_TICKS) < WRAP_TICKS / 2;
    }
}
