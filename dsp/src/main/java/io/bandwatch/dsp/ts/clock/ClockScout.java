package io.bandwatch.dsp.ts.clock;

import io.bandwatch.dsp.ts.packet.Header;
import io.bandwatch.dsp.ts.packet.PacketFormat;
import io.bandwatch.dsp.ts.packet.PacketPlace;
import io.bandwatch.dsp.ts.packet.PacketReader;
import io.bandwatch.dsp.ts.packet.PacketSink;

/**
 * Goes ahead through a stream and finds its time: arrival stamps that move, else the clock references of one PID, each an
 * anchor between which the packets are evenly spread. Streams of a steady rate would not need it; those of which some PIDs
 * were recorded, and those with one reference a second, do.
 *
 * <p>A reference that jumps does not move the time: beyond 100 ms (TR 101 290, indicator 2.3.b) it must agree with the rate so
 * far within a factor of {@value #PLAUSIBLE}. When the PID falls silent another takes its place. Where no reference comes for
 * {@value #MOST_PACKETS} packets the rate so far goes on; a stream that begins so has no clock. Not thread-safe.
 */
public final class ClockScout implements PacketSink {
    /** About 4 MiB: who follows keeps as much. */
    private static final int MOST_PACKETS = 22_000;

    private static final long JUMP_TICKS = Ticks.PER_SECOND / 10;
    private static final long LONGEST_TICKS = 5 * Ticks.PER_SECOND;
    private static final double SILENCE_NS = 2e9;
    private static final double PLAUSIBLE = 3;
    private static final double NS_PER_TICK = 1000.0 / 27.0;

    /** The rate that is shown where there is no reference is that of the last few. */
    private static final double SMOOTHING = 1.0 / 16;

    private static final int NOBODY = -1;

    private final StreamClock clock;
    private final PacketReader reader = new PacketReader(this);
    private final PacketPlace place = new PacketPlace();
    private final StampProbe stamps = new StampProbe();
    private final FirstReferences candidates = new FirstReferences();
    private boolean decided;
    private int leader = NOBODY;
    private long leaderTicks;
    private long leaderPosition;
    private double leaderNs;
    private double packetNs;
    private boolean discontinuity;

    public ClockScout(StreamClock clock) {
        this.clock = clock;
    }

    /** Looks at the bytes that follow. */
    public void accept(byte[] block, int offset, int length) {
        int at = offset;
        while (!useless() && at < offset + length) {
            at += reader.accept(block, at, offset + length - at);
        }
    }

    /** Nothing follows. */
    public void end() {
        if (!useless()) {
            reader.end();
        }
        if (!decided && leader != NOBODY) {
            clock.startByAnchors();
        }
        decided = true;
    }

    /** Whether it is known where the time comes from, or that it comes from nowhere. */
    public boolean decided() {
        return decided;
    }

    /** There is nothing to go ahead for. */
    private boolean useless() {
        return decided && leader == NOBODY;
    }

    @Override
    public boolean packet(byte[] buffer, int offset) {
        int header = Header.at(buffer, offset);
        if (Header.carriesAdaptation(header)) {
            adaptation(buffer, offset, Header.pid(header));
        }
        if (!decided) {
            decide();
        }
        long position = place.next();
        if (position - leaderPosition >= MOST_PACKETS) {
            missed(position);
        }
        return useless();
    }

    @Override
    public int plainPackets(byte[] buffer, int from, int last, int stride) {
        int end = place.lastBefore(decided ? leaderPosition + MOST_PACKETS : 0, from, last, stride);
        int at = from;
        while (at <= end && Header.isWithoutAdaptation(Header.at(buffer, at))) {
            at += stride;
        }
        place.pass((at - from) / stride);
        return at;
    }

    @Override
    public void stamp(int ticks) {
        if (!decided && stamps.usable(ticks)) {
            decided = true;
            leader = NOBODY;
            clock.startByArrival(0);
        }
    }

    @Override
    public void syncFound(PacketFormat format, long lostBytes) {
        place.skip(format, lostBytes);
    }

    private void adaptation(byte[] buffer, int offset, int pid) {
        boolean announced = Header.announcesDiscontinuity(buffer, offset);
        if (pid == leader) {
            discontinuity |= announced;
        }
        if (!Header.carriesPcr(buffer, offset)) {
            return;
        }
        long ticks = Header.pcr(buffer, offset);
        if (leader == NOBODY) {
            lead(pid, ticks, announced);
        } else if (pid == leader) {
            follow(ticks);
        } else if ((place.position() - leaderPosition) * packetNs > SILENCE_NS) {
            replace(pid, ticks, announced);
        }
    }

    private void lead(int pid, long ticks, boolean announced) {
        long position = place.position();
        long passed = candidates.since(pid, ticks, position, announced);
        if (passed > 0 && passed <= LONGEST_TICKS && !decided) {
            packetNs = passed * NS_PER_TICK / (position - candidates.positionBefore());
            anchorAt(pid, ticks, position * packetNs);
        }
    }

    /** Stamps come first: anchors wait until it is known that there are none to be believed. */
    private void decide() {
        if (leader != NOBODY && stamps.hopeless()) {
            decided = true;
            clock.startByAnchors();
        }
    }

    private void follow(long ticks) {
        long position = place.position();
        long passed = Ticks.between(leaderTicks, ticks);
        long packets = position - leaderPosition;
        double ns = leaderNs + packets * packetNs;
        if (!discontinuity && plausible(passed, packets)) {
            ns = leaderNs + passed * NS_PER_TICK;
            packetNs += SMOOTHING * (passed * NS_PER_TICK / packets - packetNs);
        }
        discontinuity = false;
        anchorAt(leader, ticks, ns);
    }

    /** Two references of another PID take over from a silent one. */
    private void replace(int pid, long ticks, boolean announced) {
        if (candidates.since(pid, ticks, place.position(), announced) > 0) {
            anchorAt(pid, ticks, leaderNs + (place.position() - leaderPosition) * packetNs);
        }
    }

    private void anchorAt(int pid, long ticks, double ns) {
        leader = pid;
        leaderTicks = ticks;
        leaderPosition = place.position();
        leaderNs = ns;
        clock.anchor(leaderPosition, ns);
    }

    /** The time goes on without the leader; its next reference is compared with the last one all the same. */
    private void missed(long position) {
        if (leader == NOBODY) {
            decided = true;
        } else {
            clock.anchor(position, leaderNs + (position - leaderPosition) * packetNs);
        }
    }

    private boolean plausible(long passed, long packets) {
        if (passed <= 0 || packets <= 0 || passed > LONGEST_TICKS) {
            return false;
        }
        double ratio = passed * NS_PER_TICK / packets / packetNs;
        return passed <= JUMP_TICKS || (ratio < PLAUSIBLE && ratio > 1 / PLAUSIBLE);
    }
}
