package io.bandwatch.dsp.ts.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.bandwatch.dsp.ts.text.AribText;
import io.bandwatch.dsp.ts.text.AtscText;
import io.bandwatch.dsp.ts.text.DvbText;

class TextFuzzTest {
    private final Patience patience = new Patience();

    @FuzzTest(maxDuration = "30m")
    void decodesAnyText(byte[] data) {
        patience.read(() -> decode(data));
    }

    private static void decode(byte[] data) {
        check(DvbText.decode(data, 0, data.length), data);
        check(DvbText.name(data, 1, data.length), data);
        check(AribText.decode(data, 0, data.length), data);
        check(AtscText.shortName(data, 0, data.length), data);
        check(AtscText.firstString(data, 0, data.length), data);
    }

    private static void check(String text, byte[] data) {
        assertThat(text.length()).isLessThanOrEqualTo(2 * data.length);
        assertThat(text.chars().noneMatch(c -> c < 0x20 && c != '\n')).isTrue();
    }
}
