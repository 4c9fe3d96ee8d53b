package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.SectionAssembler;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.splice.SpliceReader;
import io.bandwatch.signal.ts.TsSplice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the sections of real transport streams say. */
public final class Captures {
    /** table_id of an application information table. */
    public static final int AIT = TableId.AIT;

    private static final int PACKET = 188;

    private Captures() {}

    /** Takes all sections of a file into a directory; damaged packets are left out, and lost ones tear a section. */
    static Reading read(String name) throws IOException {
        return read(name, (pid, section, length, directory, changed) -> {});
    }

    /** The same, with somebody who looks at every section. */
    public static Reading read(String name, Watcher watcher) throws IOException {
        byte[] stream = TsCaptures.bytes(name);
        Reading reading = new Reading(watcher);
        for (int at = 0; at + PACKET <= stream.length; at += PACKET) {
            reading.packet(stream, at);
        }
        return reading;
    }

    /** Who looks at sections. */
    public interface Watcher {
        /** A section has come; it may have changed what the directory says. */
        void section(int pid, Section section, int length, ServiceDirectory directory, boolean changed);
    }

    /** A directory and the assemblers before it. */
    public static final class Reading {
        private final Watcher watcher;
        private final ServiceDirectory directory = new ServiceDirectory();
        private final SpliceReader spliceReader = new SpliceReader();
        private final List<TsSplice> splices = new ArrayList<>();
        private final List<byte[]> sections = new ArrayList<>();
        private final SectionAssembler[] assemblers = new SectionAssembler[0x2000];
        private final int[] counters = new int[0x2000];

        Reading(Watcher watcher) {
            this.watcher = watcher;
            Arrays.fill(counters, -1);
        }

        ServiceDirectory directory() {
            return directory;
        }

        List<TsSplice> splices() {
            return splices;
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
            watcher.section(pid, section, length, directory, directory.generation() != before);
            sections.add(Arrays.copyOf(bytes, length));
            splices.addAll(spliceReader.read(0, pid, bytes, length));
        }
    }
}
