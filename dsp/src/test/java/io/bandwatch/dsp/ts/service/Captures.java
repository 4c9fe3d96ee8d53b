package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.SectionAssembler;
import io.bandwatch.dsp.ts.splice.SpliceReader;
import io.bandwatch.signal.ts.TsSplice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the sections of real transport streams say. */
final class Captures {
    private static final int PACKET = 188;

    private Captures() {}

    /** Takes all sections of a file into a directory; damaged packets are left out, and lost ones tear a section. */
    static Reading read(String name) throws IOException {
        byte[] stream = TsCaptures.bytes(name);
        Reading reading = new Reading();
        for (int at = 0; at + PACKET <= stream.length; at += PACKET) {
            reading.packet(stream, at);
        }
        return reading;
    }

    /** A directory and the assemblers before it. */
    static final class Reading {
        private final ServiceDirectory directory = new ServiceDirectory();
        private final SpliceReader spliceReader = new SpliceReader();
        private final List<TsSplice> splices = new ArrayList<>();
        private final List<String> changes = new ArrayList<>();
        private final List<byte[]> sections = new ArrayList<>();
        private final SectionAssembler[] assemblers = new SectionAssembler[0x2000];
        private final int[] counters = new int[0x2000];

        Reading() {
            Arrays.fill(counters, -1);
        }

        ServiceDirectory directory() {
            return directory;
        }

        List<TsSplice> splices() {
            return splices;
        }

        /** Table, PID and version of every section that said something new, in order. */
        List<String> changes() {
            return changes;
        }

        /** All sections as they came. */
        List<byte[]> sections() {
            return sections;
        }

        void packet(byte[] stream, int at) {
            int flags = stream[at + 1] & 0xFF;
            int pid = (flags & 0x1F) << 8 | (stream[at + 2] & 0xFF);
            int control = stream[at + 3] & 0xFF;
            if (stream[at] != 0x47
                    || (flags & 0x80) != 0
                    || (control & 0xD0) != 0x10
                    || !directory.carriesSections(pid)) {
                return;
            }
            int counter = control & 0x0F;
            boolean repeated = counter == counters[pid];
            boolean lost = counters[pid] >= 0 && counter != (counters[pid] + 1 & 0x0F);
            counters[pid] = counter;
            if (repeated) {
                return;
            }
            if (assemblers[pid] == null) {
                assemblers[pid] = new SectionAssembler((section, length) -> take(pid, section, length));
            }
            int start = at + 4 + ((control & 0x20) == 0 ? 0 : 1 + (stream[at + 4] & 0xFF));
            assemblers[pid].accept(stream, Math.min(start, at + PACKET), at + PACKET, (flags & 0x40) != 0, lost);
        }

        private void take(int pid, byte[] bytes, int length) {
            long before = directory.generation();
            directory.section(pid, bytes, length);
            Section section = new Section(bytes, length);
            if (directory.generation() != before) {
                changes.add("%02X on %d version %d".formatted(section.tableId(), pid, section.version()));
            }
            sections.add(Arrays.copyOf(bytes, length));
            splices.addAll(spliceReader.read(0, pid, bytes, length));
        }
    }
}
