package io.bandwatch.dsp.ts;

import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.SectionAssembler;
import io.bandwatch.dsp.ts.section.SectionSink;
import org.jspecify.annotations.Nullable;

/** Brings the payload of each PID to its assembler, and the sections to who wants them. */
final class SectionRouter {
    private final Destination destination;
    private final @Nullable SectionAssembler[] assemblers = new SectionAssembler[PacketCounter.PIDS];
    private long closedCrcErrors;

    /** Who wants sections. */
    interface Destination {
        void section(int pid, Section section, int length);

        void damaged(int pid, Section section);
    }

    SectionRouter(Destination destination) {
        this.destination = destination;
    }

    void payload(int pid, Payload payload) {
        SectionAssembler assembler = assemblers[pid];
        if (assembler == null) {
            assembler = new SectionAssembler(new SectionSink() {
                @Override
                public void section(byte[] section, int length) {
                    destination.section(pid, new Section(section, length), length);
                }

                @Override
                public void damaged(byte[] section, int length) {
                    destination.damaged(pid, new Section(section, length));
                }
            });
            assemblers[pid] = assembler;
        }
        assembler.accept(payload.buffer(), payload.from(), payload.end(), payload.unitStart(), payload.broken());
    }

    /** The payload of one packet, in place. */
    record Payload(byte[] buffer, int from, int end, boolean unitStart, boolean broken) {}

    /** Sections do not come on this PID any more. */
    void close(int pid) {
        SectionAssembler assembler = assemblers[pid];
        if (assembler != null) {
            closedCrcErrors += assembler.crcErrors();
            assemblers[pid] = null;
        }
    }

    /** Sections with a wrong CRC, on all PIDs. */
    long crcErrors() {
        long errors = closedCrcErrors;
        for (SectionAssembler assembler : assemblers) {
            errors += assembler == null ? 0 : assembler.crcErrors();
        }
        return errors;
    }
}
