package io.bandwatch.dsp.ts.splice;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static io.bandwatch.dsp.ts.section.SectionBytes.u32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.ts.section.SectionBytes;
import io.bandwatch.dsp.ts.section.SectionCrc;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.SpliceCommand;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SpliceReaderTest {
    private static final int PID = 0x500;

    /** A tick of 90 kHz. */
    private static final Offset<Double> TICK_S = within(1 / 90_000.0);

    private final SpliceReader reader = new SpliceReader();

    /** Splice insert as in SCTE 35, 14.2: an hour's break of a minute. */
    @Test
    void readsASpliceInsert() {
        TsSplice splice = only(hex("FC302F000000000000FFFFF014054800008F7FEFFE7369C02EFE0052CCF5"
                + "00000000000A0008435545490000013562DBA30A"));
        assertThat(splice.command()).isEqualTo(SpliceCommand.SPLICE_INSERT);
        assertThat(splice.eventId()).isEqualTo(0x4800_008FL);
        assertThat(splice.outOfNetwork()).isTrue();
        assertThat(splice.cancelled()).isFalse();
        assertThat(splice.immediate()).isFalse();
        assertThat(splice.ptsTimeS()).isCloseTo(21_514.559089, TICK_S);
        assertThat(splice.durationS()).isCloseTo(60.293567, TICK_S);
    }

    /** Time signal as in SCTE 35, 14.1: the start of a provider's placement opportunity. */
    @Test
    void readsATimeSignalWithSegmentation() {
        TsSplice splice = only(hex("FC3034000000000000FFFFF00506FE72BD0050001E021C435545494800008E7FCF0001A599B0"
                + "0808000000002CA0A18A3402009AC9D17E"));
        assertThat(splice.command()).isEqualTo(SpliceCommand.TIME_SIGNAL);
        assertThat(splice.eventId()).isEqualTo(0x4800_008EL);
        assertThat(splice.segmentationType()).isEqualTo(0x34);
        assertThat(splice.outOfNetwork()).isTrue();
        assertThat(splice.ptsTimeS()).isCloseTo(21_388.766756, TICK_S);
        assertThat(splice.durationS()).isCloseTo(307.0, TICK_S);
    }

    @Test
    void addsTheAdjustmentAndWrapsIt() {
        long nearTheEnd = 0x1_FFFF_FFFFL - 90_000;
        TsSplice splice = only(info(180_001, 0x05, insert(7, 0xC0, time(nearTheEnd))));
        assertThat(splice.ptsTimeS()).isCloseTo(1.0, TICK_S);
        assertThat(splice.durationS()).isNaN();
    }

    @Test
    void tellsRepetitionsFromANewCommand() {
        byte[] command = info(0, 0x05, insert(7, 0xC0, time(900_000)));
        assertThat(only(command).repeats()).isFalse();
        assertThat(only(command).repeats()).isTrue();
        assertThat(only(info(0, 0x05, insert(8, 0xC0, time(900_000)))).repeats())
                .as("another event")
                .isFalse();
        assertThat(only(info(0, 0x05, insert(7, 0xC0, time(990_000)))).repeats())
                .as("another time")
                .isFalse();
        assertThat(reader.read(0, PID + 1, command, command.length).get(0).repeats())
                .as("another programme")
                .isFalse();
    }

    @Test
    void readsACancellationAfterWhichTheEventMayComeAgain() {
        byte[] command = info(0, 0x05, insert(7, 0xC0, time(900_000)));
        only(command);
        TsSplice cancelled = only(info(0, 0x05, bytes(u32(7), octets(0xFF))));
        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.eventId()).isEqualTo(7);
        assertThat(cancelled.ptsTimeS()).isNaN();
        assertThat(only(command).repeats()).isFalse();
    }

    @Test
    void readsImmediateReturnsAndComponents() {
        TsSplice back = only(info(0, 0x05, insert(9, 0x50, octets())));
        assertThat(back.outOfNetwork()).isFalse();
        assertThat(back.immediate()).isTrue();
        assertThat(back.ptsTimeS()).isNaN();
        TsSplice components = only(info(
                0,
                0x05,
                insert(
                        9,
                        0xA0,
                        bytes(octets(2, 1), time(90_000), octets(2), time(95_000), octets(0xFE), u32(2_700_000)))));
        assertThat(components.ptsTimeS()).isEqualTo(1.0);
        assertThat(components.durationS()).isEqualTo(30.0);
    }

    @Test
    void readsEveryEventOfASchedule() {
        byte[] timed = bytes(
                u32(21), octets(0x7F, 0xFF), u32(1_400_000_000L), octets(0xFE), u32(900_000), u16(1), octets(0, 0));
        byte[] parts = bytes(u32(22), octets(0x7F, 0x1F, 2, 1), u32(5), octets(2), u32(6), u16(1), octets(0, 0));
        byte[] called = bytes(u32(23), octets(0xFF));
        byte[] section = info(0, 0x04, bytes(octets(3), timed, parts, called));
        List<TsSplice> splices = reader.read(5, PID, section, section.length);
        assertThat(splices).extracting(TsSplice::eventId).containsExactly(21L, 22L, 23L);
        assertThat(splices).extracting(TsSplice::outOfNetwork).containsExactly(true, false, false);
        assertThat(splices).extracting(TsSplice::cancelled).containsExactly(false, false, true);
        assertThat(splices.get(0).durationS()).isEqualTo(10.0);
        assertThat(splices).allSatisfy(splice -> assertThat(splice.command()).isEqualTo(SpliceCommand.SPLICE_SCHEDULE));
    }

    @Test
    void readsSeveralSegmentsOfOneTimeSignal() {
        byte[] start = segment(31, bytes(octets(0xBF, 0, 0), octets(0x36, 1, 2)));
        byte[] end = segment(32, bytes(octets(0xBF, 0, 0), octets(0x35, 1, 2)));
        byte[] cancelled = SectionBytes.descriptor(0x02, bytes(u32(0x4355_4549L), u32(33), octets(0xFF)));
        byte[] other = SectionBytes.descriptor(0x01, bytes(u32(0x4355_4549L), octets(1, 2, 3)));
        byte[] section = info(0, 0x06, time(90_000), bytes(start, other, end, cancelled));
        List<TsSplice> splices = reader.read(0, PID, section, section.length);
        assertThat(splices).extracting(TsSplice::eventId).containsExactly(31L, 32L, 33L);
        assertThat(splices).extracting(TsSplice::outOfNetwork).containsExactly(true, false, false);
        assertThat(splices).extracting(TsSplice::cancelled).containsExactly(false, false, true);
    }

    @Test
    void readsCommandsWithoutAnEvent() {
        assertThat(only(info(0, 0x00, octets())).command()).isEqualTo(SpliceCommand.SPLICE_NULL);
        assertThat(only(info(0, 0x07, octets())).command()).isEqualTo(SpliceCommand.BANDWIDTH_RESERVATION);
        assertThat(only(info(0, 0xFF, u32(0x1234))).command()).isEqualTo(SpliceCommand.PRIVATE);
        TsSplice signal = only(info(0, 0x06, octets(0x7F)));
        assertThat(signal.command()).isEqualTo(SpliceCommand.TIME_SIGNAL);
        assertThat(signal.eventId()).isEqualTo(TsService.UNKNOWN);
        assertThat(signal.immediate()).isTrue();
        assertThat(only(info(0, 0x00, octets())).repeats()).as("a heartbeat").isTrue();
    }

    @Test
    void countsWhatItMayNotOrCannotRead() {
        byte[] section = info(0, 0x05, insert(7, 0xC0, time(900_000)));
        section[4] |= (byte) 0x80;
        assertThat(reader.read(0, PID, section, section.length)).isEmpty();
        assertThat(reader.encrypted()).isEqualTo(1);
        byte[] cut = info(0, 0x05, u32(7));
        assertThat(reader.read(0, PID, cut, cut.length)).isEmpty();
        byte[] unknown = info(0, 0x33, u32(7));
        assertThat(reader.read(0, PID, unknown, unknown.length)).isEmpty();
        assertThat(reader.unreadable()).isEqualTo(2);
    }

    @Test
    void standsWhateverComes() {
        Random random = new Random(35);
        for (int section = 0; section < 50_000; section++) {
            byte[] bytes = new byte[14 + random.nextInt(60)];
            random.nextBytes(bytes);
            bytes[0] = (byte) TableId.SPLICE_INFO;
            bytes[13] = (byte) random.nextInt(8);
            assertThat(reader.read(0, PID, bytes, bytes.length)).hasSizeLessThan(256);
        }
    }

    private TsSplice only(byte[] section) {
        assertThat(SectionCrc.of(section, 0, section.length)).as("CRC").isZero();
        List<TsSplice> splices = reader.read(1_000, PID, section, section.length);
        assertThat(splices).hasSize(1);
        assertThat(splices.get(0).pid()).isEqualTo(PID);
        assertThat(splices.get(0).timeNs()).isEqualTo(1_000);
        return splices.get(0);
    }

    private static byte[] info(long adjustment, int type, byte[] command, byte... descriptors) {
        return SectionBytes.plainWithCrc(
                TableId.SPLICE_INFO,
                bytes(
                        octets(0, (int) (adjustment >> 32)),
                        u32(adjustment),
                        octets(0, 0xFF, 0xF0 | command.length >> 8, command.length, type),
                        command,
                        u16(descriptors.length),
                        descriptors));
    }

    /** splice_insert() with the flags of its second byte. */
    private static byte[] insert(int id, int flags, byte[] when) {
        return bytes(u32(id), octets(0x7F, flags | 0x0F), when, u16(1), octets(0, 0));
    }

    private static byte[] time(long ticks) {
        return bytes(octets(0xFE | (int) (ticks >> 32)), u32(ticks));
    }

    private static byte[] segment(int id, byte[] rest) {
        return SectionBytes.descriptor(0x02, bytes(u32(0x4355_4549L), u32(id), octets(0x7F), rest));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
