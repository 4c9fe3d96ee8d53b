package io.bandwatch.ingest.av.demux;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.Captures;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPicturesTest {
    /** Counts are those of {@code ffprobe -select_streams v:0 -show_entries packet=flags}: packets with a time stamp, and those flagged K. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "scte35-80s-with-ad.ts, 1, H264, 2400, 80",
        "dvbt-france2-hd-eac3.ts, 257, H264, 29, 1",
        "hevc-scte35-multiprogram.ts, 3012, HEVC, 28, 2",
        "dvbt-italy-rai-full-mux.ts, 3401, MPEG2VIDEO, 33, 3"
    })
    void areThoseThatFfprobeFlagsInRecordings(String name, int programme, Codec codec, int units, int keys)
            throws IOException {
        List<byte[]> pictures = pictures(Files.readAllBytes(Captures.file("ts/" + name)), programme);

        KeyPictures of = KeyPictures.of(codec).orElseThrow();
        // a recording begins and ends in the middle of a unit, of which we hand on what came
        assertThat(pictures.size()).isBetween(units - 2, units + 2);
        assertThat(pictures.stream().filter(of::startsWithOne)).hasSize(keys);
    }

    private static List<byte[]> pictures(byte[] stream, int programme) {
        List<byte[]> pictures = new ArrayList<>();
        int[] pid = {-1};
        ServiceDemux demux = new ServiceDemux(programme, new UnitSink() {
            @Override
            public void components(List<TsComponent> components) {
                components.stream()
                        .filter(component -> component.role() == PidRole.VIDEO)
                        .findFirst()
                        .ifPresent(component -> pid[0] = component.pid());
            }

            @Override
            public void unit(int from, Unit unit) {
                if (from == pid[0]) {
                    pictures.add(unit.bytes());
                }
            }

            @Override
            public void scrambled(int from) {
                // none of these is
            }
        });
        demux.accept(stream, 0, stream.length);
        demux.end();
        return pictures;
    }

    @Test
    void aCutOffHeaderIsNoKeyPicture() {
        for (KeyPictures pictures : KeyPictures.values()) {
            byte[][] stumps = {{}, {0, 0, 1}, {0, 0, 1, 0}, {0, 0, 1, 1}, {0, 0, 1, 0x41}, {0, 0, 0, 1, 1}};
            for (byte[] stump : stumps) {
                assertThat(pictures.startsWithOne(stump)).isFalse();
            }
        }
    }
}
