package io.bandwatch.dsp.ts.section;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static io.bandwatch.dsp.ts.section.SectionBytes.u32;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class T2miRecogniserTest {
    private final T2miRecogniser recogniser = new T2miRecogniser();

    @Test
    void recognisesTwoPacketsInARow() {
        assertThat(send(List.of(packet(0x00, 255, 5_000), packet(0x20, 0, 88)))).isTrue();
        assertThat(recogniser.decided()).isTrue();
    }

    @Test
    void recognisesPacketsAcrossPacketsOfTheStream() {
        assertThat(send(List.of(packet(0x00, 7, 30_001), packet(0x10, 8, 300), packet(0x00, 9, 30_001))))
                .isTrue();
    }

    @Test
    void doesNotTakeACountThatStandsStillForASequence() {
        assertThat(send(List.of(packet(0x20, 7, 88), packet(0x20, 7, 88)))).isFalse();
    }

    @Test
    void givesUpOnSectionsAndOnNoise() {
        byte[] section = SectionBytes.extended(0x42, 1, 0, true, 0, 0, new byte[100]);
        for (int repetition = 0; repetition < 10; repetition++) {
            assertThat(send(List.of(section))).isFalse();
        }
        assertThat(recogniser.decided()).isTrue();
    }

    @Test
    void standsWhateverComes() {
        Random random = new Random(773);
        byte[] payload = new byte[Payload.LENGTH];
        for (int stream = 0; stream < 200; stream++) {
            T2miRecogniser any = new T2miRecogniser();
            for (int packet = 0; packet < 200; packet++) {
                random.nextBytes(payload);
                assertThat(any.accept(payload, 0, payload.length, random.nextBoolean(), false))
                        .isFalse();
            }
        }
    }

    private boolean send(List<byte[]> packets) {
        boolean recognised = false;
        for (Payload payload : Payload.of(packets)) {
            recognised = recogniser.accept(payload.bytes(), 0, payload.bytes().length, payload.unitStart(), false);
        }
        return recognised;
    }

    private static byte[] packet(int type, int count, int bits) {
        byte[] content = new byte[(bits + 7) / 8];
        new Random(count).nextBytes(content);
        byte[] packet = bytes(octets(type, count, 0, 0), u16(bits), content);
        return bytes(packet, u32(SectionCrc.of(packet, 0, packet.length)));
    }
}
