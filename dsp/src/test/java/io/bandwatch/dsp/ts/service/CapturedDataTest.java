package io.bandwatch.dsp.ts.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.dsp.ts.section.T2miRecogniser;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No real programme stream is taken for one that is meant for transmitters. */
class CapturedDataTest {
    private static final int PACKET = 188;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dvbt-italy-rai-full-mux.ts",
                "dvbt2-germany-ard-br-626MHz.ts",
                "dvbt-crete-ert-heavy-errors.ts",
                "isdbt-japan-scrambled-start.ts",
                "scte35-80s-with-ad.ts"
            })
    void isNotTakenForT2mi(String name) throws IOException {
        byte[] stream = Files.readAllBytes(TsCaptures.file(name));
        T2miRecogniser[] recognisers = new T2miRecogniser[0x2000];
        for (int at = 0; at + PACKET <= stream.length; at += PACKET) {
            int pid = (stream[at + 1] & 0x1F) << 8 | (stream[at + 2] & 0xFF);
            if (recognisers[pid] == null) {
                recognisers[pid] = new T2miRecogniser();
            }
            boolean start = (stream[at + 1] & 0x40) != 0;
            assertThat(recognisers[pid].accept(stream, at + 4, at + PACKET, start, false))
                    .as("PID %d", pid)
                    .isFalse();
        }
    }
}
