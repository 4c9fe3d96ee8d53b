package io.bandwatch.dsp.ts.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamSeedsTest {
    @Test
    void areTheOnesThatTheGeneratorMakes() throws IOException {
        for (Map.Entry<String, byte[]> seed : StreamSeeds.all().entrySet()) {
            try (InputStream committed = StreamSeedsTest.class.getResourceAsStream("/" + seed.getKey())) {
                assertThat(committed).as(seed.getKey()).isNotNull();
                assertThat(committed.readAllBytes()).as(seed.getKey()).isEqualTo(seed.getValue());
            }
        }
    }
}
