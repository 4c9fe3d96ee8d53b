package io.bandwatch.dsp.ts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AtscTextTest {
    @Test
    void readsAShortNameUpToItsFilling() {
        byte[] name = "WNBC-4\0".getBytes(StandardCharsets.UTF_16BE);
        assertThat(AtscText.shortName(name, 0, name.length)).isEqualTo("WNBC-4");
        assertThat(AtscText.shortName(name, 0, 7)).as("cut in a character").isEqualTo("WNB\uFFFD");
        assertThat(AtscText.shortName(name, 20, 30)).isEmpty();
    }

    @Test
    void readsSegmentsInPagesAndInUtf16() {
        assertThat(first("01 656E67 02 0000 03 41 42 43 003F 04 4E2D 5929")).isEqualTo("ABC中天");
        assertThat(first("01 656E67 01 0004 01 10")).as("page 4 is Cyrillic").isEqualTo("А");
    }

    @Test
    void marksCompressedSegments() {
        assertThat(first("01 656E67 02 0100 02 AABB 0000 01 41")).isEqualTo("\uFFFDA");
    }

    @Test
    void readsNoFartherThanTheBytes() {
        assertThat(first("01 656E67 FF 0000 FF 41")).isEqualTo("A");
        assertThat(first("01 656E")).isEmpty();
    }

    private static String first(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return AtscText.firstString(bytes, 0, bytes.length);
    }
}
