package io.bandwatch.dsp.ts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AribTextTest {
    @ParameterizedTest
    @CsvSource({
        "467C4B5C, 日本", // G0 is kanji at the start
        "0E 4E484B 0F 416D3967, NHK総合", // locking shift to the alphanumerics and back
        "C6ECD3, てれび", // G2 is hiragana, on the right
        "1B7C 1B2B31 C6ECD3, テレビ", // katakana designated to G3 and shifted to the right
        "19 46 19 6C, てれ", // single shifts
        "89 0E 4253 8A 0F 467C, BS日", // sizes are look
        "0E 41 20 42, A B",
        "2342 2353 2331, BS1", // wide letters
    })
    void readsJapanese(String hex, String text) {
        assertThat(decode(hex)).isEqualTo(text);
    }

    @Test
    void readsTheSignsOfProgrammeTitles() {
        assertThat(decode("7A50 7A56"))
                .isEqualTo(new StringBuilder()
                        .appendCodePoint(0x1F14A)
                        .appendCodePoint(0x1F211)
                        .toString());
    }

    @Test
    void readsOverOperandsThatLookLikeText() {
        assertThat(decode("90 51 467C")).as("colour").isEqualTo("日");
        assertThat(decode("90 20 41 467C")).as("colour of a palette").isEqualTo("日");
        assertThat(decode("9B 37 20 53 467C")).as("control sequence").isEqualTo("日");
        assertThat(decode("9D 20 41 467C")).as("time").isEqualTo("日");
        assertThat(decode("95 40 2121 95 4F 467C")).as("macro").isEqualTo("日");
        assertThat(decode("1C 40 40 467C")).as("place").isEqualTo("日");
    }

    @Test
    void marksWhatIsNoText() {
        assertThat(decode("1B2A2040 A1"))
                .as("characters that were to be sent before")
                .isEqualTo("\uFFFD");
        assertThat(decode("46")).as("half a character").isEqualTo("\uFFFD");
    }

    @Test
    void givesATextForAnyBytes() {
        Random random = new Random(24);
        for (int text = 0; text < 50_000; text++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(AribText.decode(bytes, 0, bytes.length).length()).isLessThanOrEqualTo(2 * bytes.length);
        }
    }

    private static String decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return AribText.decode(bytes, 0, bytes.length);
    }
}
