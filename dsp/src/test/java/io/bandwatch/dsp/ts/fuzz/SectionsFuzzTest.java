package io.bandwatch.dsp.ts.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.bandwatch.dsp.ts.section.SectionAssembler;
import io.bandwatch.dsp.ts.section.T2miRecogniser;
import io.bandwatch.dsp.ts.service.ServiceDirectory;
import io.bandwatch.dsp.ts.splice.SpliceReader;
import java.util.Arrays;

class SectionsFuzzTest {
    private static final int[] PIDS = {0x00, 0x01, 0x10, 0x11, 0x12, 0x14, 0x100, 0x1FFB};
    private final Patience patience = new Patience();

    /** Payloads behind each other: flags, length, bytes. */
    @FuzzTest(maxDuration = "30m")
    void assemblesPayloads(byte[] data) {
        patience.read(() -> assemble(data));
    }

    private static void assemble(byte[] data) {
        int[] taken = {0};
        SectionAssembler assembler = new SectionAssembler((section, length) -> {
            assertThat(length).isBetween(4, 4096);
            taken[0]++;
        });
        T2miRecogniser recogniser = new T2miRecogniser();
        int at = 0;
        while (at + 2 <= data.length) {
            boolean start = (data[at] & 1) != 0;
            boolean lost = (data[at] & 2) != 0;
            int end = Math.min(data.length, at + 2 + (data[at + 1] & 0xFF));
            assembler.accept(data, at + 2, end, start, lost);
            recogniser.accept(data, at + 2, end, start, lost);
            at = end;
        }
        assertThat(assembler.sections()).isEqualTo(taken[0]);
    }

    /** Sections behind each other as if their CRC were right: place of the PID, length, bytes. */
    @FuzzTest(maxDuration = "30m")
    void readsSections(byte[] data) {
        patience.read(() -> readSections(data));
    }

    private static void readSections(byte[] data) {
        ServiceDirectory directory = new ServiceDirectory();
        SpliceReader splices = new SpliceReader();
        int at = 0;
        while (at + 3 <= data.length) {
            int pid = PIDS[data[at] & 7];
            int length = (data[at + 1] & 0x0F) << 8 | (data[at + 2] & 0xFF);
            int end = Math.min(data.length, at + 3 + length);
            byte[] section = Arrays.copyOfRange(data, at + 3, end);
            directory.section(pid, section, length);
            assertThat(splices.read(0, pid, section, length)).hasSizeLessThan(4096);
            at = end;
        }
        directory.network();
        assertThat(directory.services()).hasSizeLessThanOrEqualTo(data.length);
        assertThat(directory.events()).hasSizeLessThanOrEqualTo(data.length);
        assertThat(directory.tables()).hasSizeLessThanOrEqualTo(data.length);
    }
}
