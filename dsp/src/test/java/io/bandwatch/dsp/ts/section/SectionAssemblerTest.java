package io.bandwatch.dsp.ts.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionAssemblerTest {
    private static final int PAYLOAD = Payload.LENGTH;

    private final List<byte[]> whole = new ArrayList<>();
    private final List<byte[]> damaged = new ArrayList<>();
    private final SectionAssembler assembler = new SectionAssembler(new SectionSink() {
        @Override
        public void section(byte[] section, int length) {
            whole.add(Arrays.copyOf(section, length));
        }

        @Override
        public void damaged(byte[] section, int length) {
            damaged.add(Arrays.copyOf(section, length));
        }
    });

    @Test
    void knowsTheCheckValueOfItsCrc() {
        // The check value of CRC-32/MPEG-2 in the catalogue of parametrised CRC algorithms (RevEng).
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(SectionCrc.of(digits, 0, digits.length)).isEqualTo(0x0376_E6E7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 100, 171, 172, 173, 400, 1012, 4084})
    void putsASectionTogetherWhereverPacketsCutIt(int body) {
        byte[] section = section(0x42, body);
        send(Payload.of(List.of(section)));
        assertThat(whole).singleElement().isEqualTo(section);
        assertThat(assembler.crcErrors()).isZero();
        assertThat(assembler.malformed()).isZero();
    }

    @Test
    void findsManySectionsBehindEachOther() {
        List<byte[]> sections = new ArrayList<>();
        for (int body = 1; body < 300; body++) {
            sections.add(section(0x4E, body));
        }
        send(Payload.of(sections));
        assertThat(whole).usingElementComparator(Arrays::compare).isEqualTo(sections);
    }

    @Test
    void keepsADamagedSectionBack() {
        byte[] section = section(0x02, 40);
        section[20] ^= 0x10;
        send(Payload.of(List.of(section)));
        assertThat(whole).isEmpty();
        assertThat(damaged).singleElement().isEqualTo(section);
        assertThat(assembler.crcErrors()).isEqualTo(1);
    }

    @Test
    void asksNoCrcOfATimeTableButOfATimeOffsetTable() {
        byte[] tdt = {0x70, 0x70, 5, (byte) 0xC0, 0x79, 0x12, 0x45, 0x00};
        byte[] tot = {0x73, 0x70, 11, (byte) 0xC0, 0x79, 0x12, 0x45, 0x00, (byte) 0xF0, 0x00, 1, 2, 3, 4};
        send(Payload.of(List.of(tdt, tot)));
        assertThat(whole).singleElement().isEqualTo(tdt);
        assertThat(assembler.crcErrors()).isEqualTo(1);
    }

    @Test
    void losesOnlyTheSectionThatMissesAPacket() {
        byte[] torn = section(0x42, 500);
        byte[] next = section(0x46, 60);
        List<Payload> payloads = Payload.of(List.of(torn, next));
        payloads.remove(1);
        send(payloads.get(0), false);
        send(payloads.get(1), true);
        send(payloads.get(2), false);
        assertThat(whole).singleElement().isEqualTo(next);
        assertThat(assembler.crcErrors())
                .as("a torn section is not proved wrong, it is not there")
                .isZero();
        assertThat(assembler.malformed()).isEqualTo(1);
    }

    @Test
    void waitsForAUnitStartAfterALoss() {
        byte[] torn = section(0x42, 300);
        List<Payload> payloads = Payload.of(List.of(torn));
        send(payloads.get(1), false);
        assertThat(whole).isEmpty();
        send(payloads);
        assertThat(whole).hasSize(1);
    }

    @Test
    void takesALengthThatNoSectionHasForMalformed() {
        byte[] payload = new byte[PAYLOAD];
        payload[1] = 0x42;
        payload[2] = (byte) 0xBF;
        payload[3] = (byte) 0xFF;
        assembler.accept(payload, 0, PAYLOAD, true, false);
        assembler.accept(payload, 0, 1, true, false);
        payload[0] = (byte) 200;
        assembler.accept(payload, 0, PAYLOAD, true, false);
        assertThat(whole).isEmpty();
        assertThat(assembler.malformed()).isEqualTo(2);
    }

    @Test
    void standsWhateverComes() {
        Random random = new Random(290);
        byte[] payload = new byte[PAYLOAD];
        for (int packet = 0; packet < 20_000; packet++) {
            random.nextBytes(payload);
            int from = random.nextInt(PAYLOAD + 1);
            assembler.accept(payload, from, PAYLOAD, random.nextBoolean(), random.nextInt(8) == 0);
        }
        assertThat(whole).allSatisfy(section -> assertThat(section.length).isBetween(4, 4096));
    }

    private void send(List<Payload> payloads) {
        for (Payload payload : payloads) {
            send(payload, false);
        }
    }

    private void send(Payload payload, boolean discontinuity) {
        assembler.accept(payload.bytes(), 0, payload.bytes().length, payload.unitStart(), discontinuity);
    }

    private static byte[] section(int tableId, int body) {
        byte[] content = new byte[body];
        new Random(body).nextBytes(content);
        return SectionBytes.extended(tableId, 1, 3, true, 0, 0, content);
    }
}
