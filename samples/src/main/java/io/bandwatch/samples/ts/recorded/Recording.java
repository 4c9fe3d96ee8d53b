package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.HeadEnd;
import io.bandwatch.samples.ts.fault.FaultTargets;
import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A stream of packets of 188 bytes with clock references, and what each of its packets carries. Immutable. */
public final class Recording {
    /** After so many packets there is room for two, which faults and head-ends may take. */
    private static final int ROOM_EVERY = 20;

    private static final int ROOM = 2;

    private static final int SHARED_PID = 0x11;

    private final byte[] stream;
    private final ReferenceClock clock;
    private final Contents contents;

    private Recording(byte[] stream) {
        this.stream = stream;
        this.clock = ReferenceClock.of(stream);
        this.contents = new Contents(stream, clock);
    }

    /** A recording that begins with a packet. */
    public static Recording of(byte[] stream) {
        return new Recording(Arrays.copyOf(stream, stream.length - stream.length % PacketBytes.LENGTH));
    }

    /** The same with null packets in between, for a stream that has none and so no constant rate to keep. */
    public Recording withRoom() {
        int packets = packets();
        byte[] wider = new byte[stream.length + packets / ROOM_EVERY * ROOM * PacketBytes.LENGTH];
        int to = 0;
        for (int packet = 0; packet < packets; packet++) {
            System.arraycopy(stream, packet * PacketBytes.LENGTH, wider, to, PacketBytes.LENGTH);
            to += PacketBytes.LENGTH;
            for (int place = 0; place < ROOM && packet % ROOM_EVERY == ROOM_EVERY - 1; place++) {
                PacketBytes.stuffing(wider, to);
                to += PacketBytes.LENGTH;
            }
        }
        return new Recording(wider);
    }

    /** The same with the tables of a head-end in the places of null packets. */
    public Recording withServiceInformation() {
        byte[] filled = stream.clone();
        HeadEnd headEnd = new HeadEnd(contents.serviceIds());
        for (int packet = 0; packet < packets(); packet++) {
            int offset = packet * PacketBytes.LENGTH;
            if (PacketBytes.pid(filled, offset) == PacketBytes.NULL_PID) {
                headEnd.fill(filled, offset, clock.timeNs(packet));
            }
        }
        HeadEnd.renumber(filled, SHARED_PID);
        return new Recording(filled);
    }

    /** Length, ns. */
    public long lengthNs() {
        return clock.timeNs(packets());
    }

    /** Whether any packet carries such a thing. */
    public boolean carries(Predicate<TsPart> part) {
        return contents.any(part);
    }

    /** Where faults find what they befall. */
    public FaultTargets targets() {
        return new Survey(this, contents, clock).targets();
    }

    int packets() {
        return stream.length / PacketBytes.LENGTH;
    }

    long timeNs(int packet) {
        return clock.timeNs(packet);
    }

    long lengthTicks(int referencePid) {
        return clock.lengthTicks(referencePid);
    }

    List<TsPart> parts(int packet) {
        return contents.parts(packet);
    }

    void copy(int packet, byte[] buffer, int offset) {
        System.arraycopy(stream, packet * PacketBytes.LENGTH, buffer, offset, PacketBytes.LENGTH);
    }
}
