package io.bandwatch.ingest.av.demux;

import io.bandwatch.signal.ts.Codec;
import java.io.IOException;
import java.util.List;

/**
 * Leaves out what need not be decoded to know that pictures are well: of each group of pictures all but the first, which
 * needs no other. Groups that are shorter than a second count as one with the next: about a picture a second is enough. A group that looks suspicious is decoded whole, and so are the one before it and those that begin within two
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
 * <p>Not thread-safe.
 */
public final class PictureGroups implements UnitChoice {
    /** Share of the usual cost of a first picture. */
    private static final double PLAIN_SHARE = 0.35;

    private static final long AFTERWARDS_TICKS = 2 * 90_000;
    private static final long LONGEST_TICKS = 2 * 90_000;
    private static final long SHORTEST_TICKS = 90_000;

    /** Some 10 s of pictures: no broadcaster's group is that long. */
    private static final int MOST_UNITS = 300;

    /** Weight of a new group in the usual cost: some 20 groups. */
    private static final double FOLLOWING = 0.05;

    /** What looks plain for minutes becomes usual. */
    private static final double GIVING_IN = 0.005;

    private final KeyPictures keys;
    private final Destination to;
    private PictureGroup held = new PictureGroup();
    private PictureGroup group = new PictureGroup();
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
    @Override
    public void accept(Unit unit) throws IOException, InterruptedException {
        boolean free = keys.startsWithOne(unit.bytes());
        if (free && !(begun && !endless && group.ticksTo(unit) < SHORTEST_TICKS && follows(unit))) {
            ended();
            group.add(unit, true);
            begun = true;
            endless = false;
        } else if (begun || group.size() < MOST_UNITS) {
            group.add(unit, free);
        }
        if (group.size() >= MOST_UNITS) {
            goOn();
        }
    }

    /** Whether a unit is shown after the first of the group under way; where time goes back, a new group begins. */
    private boolean follows(Unit unit) {
        return !group.isEmpty() && group.ticksTo(unit) > 0;
    }

    @Override
    public void end() throws IOException, InterruptedException {
        ended();
        give(held, heldSuspected);
        held = new PictureGroup();
    }

    /** A group is complete: what is held before it can be given, for whether this one is suspicious is known now. */
    private void ended() throws IOException, InterruptedException {
        if (!begun || group.isEmpty()) {
            // what begins in the middle has no first picture
            group = new PictureGroup();
            return;
        }
        boolean suspected = endless || isSuspicious(group);
        give(held, heldSuspected || suspected);
        held = group;
        heldSuspected = suspected || group.isWithin(AFTERWARDS_TICKS, suspectedTicks);
        suspectedTicks = suspected ? group.ticks() : suspectedTicks;
        group = new PictureGroup();
    }

    /** No picture that needs no other comes: such streams refresh their pictures bit by bit, and are decoded as they come. */
    private void goOn() throws IOException, InterruptedException {
        give(held, true);
        give(group, true);
        held = new PictureGroup();
        heldSuspected = true;
        suspectedTicks = group.ticks();
        group = new PictureGroup();
        begun = true;
        endless = true;
    }

    private void give(PictureGroup given, boolean whole) throws IOException, InterruptedException {
        if (given.isEmpty()) {
            return;
        }
        List<Unit> units = given.units();
        Unit first = units.get(0);
        to.take(first, whole ? 0 : given.spanTicks());
        if (whole) {
            for (Unit unit : units.subList(1, units.size())) {
                // pictures shown before the first are made of it and of the group before
                if (wholeBefore || !PictureGroup.isBefore(unit.ptsTicks(), first.ptsTicks())) {
                    to.take(unit, 0);
                }
            }
        }
        wholeBefore = whole;
    }

    private boolean isSuspicious(PictureGroup ended) {
        double cost = ended.firstCost();
        boolean plain = cost < PLAIN_SHARE * usualCost;
        double weight = plain ? GIVING_IN : FOLLOWING;
        usualCost = Double.isNaN(usualCost) ? cost : usualCost + weight * (cost - usualCost);
        return ended.damaged() || ended.stands() || plain || ended.spanTicks() > LONGEST_TICKS;
    }
}
