package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.PacketStream;
import io.bandwatch.samples.ts.fault.Fault;
import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TableIds;
import io.bandwatch.samples.ts.packet.TsPart;
import java.util.List;

/**
 * A recording with faults, played in a loop. What is withheld leaves a null packet and no gap in the numbers; a section of
 * service information is overwritten by stuffing, as re-multiplexers do (EN 300 468, 5.1.3), because its packets carry others
 * as well. Clock references go on over the seam; presentation times do not, and no indicator looks at their values.
 */
public final class PlayedRecording implements PacketStream {
    private static final int FIRST_FIXED_PID = 0x10;
    private static final int LAST_FIXED_PID = 0x14;

    private final Recording recording;
    private final List<Fault> faults;
    private final Numbering numbering = new Numbering();
    private long round;
    private int packet;

    /** @param faults to be put in; those of an earlier stream cannot be used again */
    public PlayedRecording(Recording recording, List<Fault> faults) {
        this.recording = recording;
        this.faults = List.copyOf(faults);
    }

    @Override
    public long timeNs() {
        return round * recording.lengthNs() + recording.timeNs(packet);
    }

    @Override
    public void next(byte[] buffer, int offset) {
        long nowNs = timeNs();
        List<TsPart> parts = recording.parts(packet);
        recording.copy(packet, buffer, offset);
        if (round > 0 && PacketBytes.hasReference(buffer, offset)) {
            long lengthTicks = recording.lengthTicks(PacketBytes.pid(buffer, offset));
            PacketBytes.ticks(buffer, offset, PacketBytes.ticks(buffer, offset) + round * lengthTicks);
        }
        boolean spared = false;
        for (TsPart part : parts) {
            if (faults.stream().anyMatch(fault -> fault.withholds(part, nowNs))) {
                spared |= withhold(part, buffer, offset);
            }
        }
        numbering.number(buffer, offset, spared);
        if (spared) {
            PacketBytes.stuffing(buffer, offset);
        }
        for (TsPart part : spared ? List.of(TsPart.NULL_PACKET) : parts) {
            faults.forEach(fault -> fault.alter(part, nowNs, buffer, offset));
            if (Fault.putIn(part, buffer, offset)) {
                numbering.putIn(buffer, offset);
            }
        }
        advance();
    }

    private void advance() {
        if (++packet == recording.packets()) {
            packet = 0;
            round++;
            numbering.again();
        }
    }

    /** Takes a part out of its packet; says whether the packet as a whole is not to go out. */
    private static boolean withhold(TsPart part, byte[] buffer, int offset) {
        switch (part.what()) {
            case REFERENCE -> PacketBytes.withoutReference(buffer, offset);
            case SECTION -> {
                if (part.pid() < FIRST_FIXED_PID || part.pid() > LAST_FIXED_PID) {
                    return true;
                }
                buffer[offset + part.at()] = (byte) TableIds.STUFFING;
            }
            case UNIT, UNIT_START -> {
                return true;
            }
            case STUFFING -> {}
        }
        return false;
    }
}
