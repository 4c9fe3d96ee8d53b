package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.packet.PacketBytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Finds the sections of a PID (ISO/IEC 13818-1, 2.4.4). */
final class SectionScan {
    private static final int HEADER = 3;
    private static final byte STUFFING = (byte) 0xFF;

    private final byte[] stream;
    private final int pid;
    private final List<FoundSection> found = new ArrayList<>();
    private final ByteArrayOutputStream section = new ByteArrayOutputStream();
    private boolean open;
    private int packet;
    private int at;

    private SectionScan(byte[] stream, int pid) {
        this.stream = stream;
        this.pid = pid;
    }

    static List<FoundSection> of(byte[] stream, int pid) {
        SectionScan scan = new SectionScan(stream, pid);
        for (int number = 0; number < stream.length / PacketBytes.LENGTH; number++) {
            scan.packet(number);
        }
        return scan.found;
    }

    private void packet(int number) {
        int offset = number * PacketBytes.LENGTH;
        if (PacketBytes.pid(stream, offset) != pid || !PacketBytes.hasPayload(stream, offset)) {
            return;
        }
        int payload = PacketBytes.payloadAt(stream, offset);
        if (!PacketBytes.unitStart(stream, offset)) {
            take(number, payload, PacketBytes.LENGTH);
            return;
        }
        int start = payload + 1 + (stream[offset + payload] & 0xFF);
        take(number, payload + 1, start);
        section.reset();
        open = true;
        take(number, start, PacketBytes.LENGTH);
    }

    private void take(int number, int from, int end) {
        for (int place = from; open && place < end; place++) {
            byte next = stream[number * PacketBytes.LENGTH + place];
            if (section.size() == 0) {
                open = next != STUFFING;
                packet = number;
                at = place;
            }
            section.write(next);
            if (section.size() >= HEADER) {
                complete(number);
            }
        }
    }

    private void complete(int last) {
        byte[] bytes = section.toByteArray();
        if (bytes.length == HEADER + ((bytes[1] & 0x0F) << 8 | (bytes[2] & 0xFF))) {
            found.add(new FoundSection(packet, pid, at, bytes, last));
            section.reset();
        }
    }
}
