package io.bandwatch.dsp.ts;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.extended;
import static io.bandwatch.dsp.ts.section.SectionBytes.loop;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.plainWithCrc;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static io.bandwatch.dsp.ts.section.SectionBytes.u32;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsSplice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Splice information on its way through the whole meter. */
class SplicesTest {
    private static final int PMT_PID = 0x40;
    private static final int SPLICE_PID = 0x50;
    private static final int ROUNDS = 10;

    @Test
    void standInTheObservationWithTheirRepetitionsMarked() {
        TsObservation end = Recordings.last(stream(0));
        assertThat(end.splices()).hasSizeGreaterThan(1);
        assertThat(Arrays.stream(end.splices()).filter(splice -> !splice.repeats()))
                .singleElement()
                .extracting(TsSplice::pid, TsSplice::eventId, TsSplice::ptsTimeS)
                .containsExactly(SPLICE_PID, 7L, 1.0);
        assertThat(end.counts().encryptedSplices()).isZero();
    }

    @Test
    void areCountedWhereTheyAreEncrypted() {
        TsObservation end = Recordings.last(stream(0x80));
        assertThat(end.splices()).isEmpty();
        assertThat(end.counts().encryptedSplices()).isGreaterThan(1);
    }

    private static byte[] stream(int encryption) {
        byte[] pat = extended(TableId.PAT, 1, 0, true, 0, 0, bytes(u16(1), u16(0xE000 | PMT_PID)));
        byte[] streams = bytes(octets(0x86), u16(0xE000 | SPLICE_PID), loop());
        byte[] pmt = extended(TableId.PMT, 1, 0, true, 0, 0, bytes(u16(0xFFFF), loop(), streams));
        byte[] insert = bytes(u32(7), octets(0x7F, 0xCF, 0xFE), u32(90_000), u16(1), octets(0, 0));
        byte[] splice = plainWithCrc(
                TableId.SPLICE_INFO,
                bytes(octets(0, encryption), u32(0), octets(0, 0xFF, 0xF0, insert.length, 5), insert, u16(0)));
        byte[] stream = new byte[0];
        for (int round = 0; round < ROUNDS; round++) {
            stream = bytes(
                    stream, packet(0, round, pat), packet(PMT_PID, round, pmt), packet(SPLICE_PID, round, splice));
        }
        return stream;
    }

    private static byte[] packet(int pid, int counter, byte[] section) {
        byte[] packet = new byte[188];
        Arrays.fill(packet, (byte) 0xFF);
        byte[] head = bytes(octets(0x47, 0x40 | pid >> 8, pid, 0x10 | counter, 0), section);
        System.arraycopy(head, 0, packet, 0, head.length);
        return packet;
    }
}
