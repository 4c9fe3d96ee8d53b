package io.bandwatch.dsp.ts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DvbTextTest {
    @ParameterizedTest
    @CsvSource({
        "13 D6D0D1EBB5E7CAD3CCA8, 中央电视台",
        "13 43435456 2D31 20 D7DBBACF, CCTV-1 综合",
        "13 B1B1BEA9CEC0CAD3, 北京卫视",
        "15 E4B8ADE5A4AEE794B5E8A786E58FB0, 中央电视台",
        "14 A5C1B5F8, 民視",
        "14 A4A4B5F8B7735844, 中視新XD",
        "11 4E2D592E 96FB 8996, 中央電視",
        "14 53F0 8996, 台視",
        "12 C7D1B1B9B9E6BCDB, 한국방송",
    })
    void readsNamesOfEastAsia(String hex, String name) {
        assertThat(decode(hex)).isEqualTo(name);
    }

    @Test
    void readsWhatIsOnlyInGb18030UnderTheSelectorOfGb2312() {
        // 镕 is not in GB 2312; networks that send it keep the selector.
        assertThat(decode("13 D6EC E946")).isEqualTo("朱镕");
        assertThat(decode("13 8139EE39")).as("four bytes a character").isEqualTo("㐀");
    }

    @Test
    void readsChineseNamesThatNameNoCoding() {
        assertThat(decode("D6D0D1EB"))
                .as("GB 2312: nothing of ISO 6937 looks so")
                .isEqualTo("中央");
        assertThat(decode("D0C2CEC54844"))
                .as("the second byte of 闻 and the H would be an accent with its letter, but not the bytes before")
                .isEqualTo("新闻HD");
        assertThat(decode("E4B8ADE5A4AE")).as("UTF-8").isEqualTo("中央");
    }

    @Test
    void wouldBeUnreadableAsLatin1() {
        byte[] name = hex("13 D6D0D1EBB5E7CAD3CCA8");
        String naive = new String(name, 1, name.length - 1, StandardCharsets.ISO_8859_1);
        assertThat(naive).isEqualTo("ÖÐÑëµçÊÓÌ¨").isNotEqualTo(DvbText.decode(name, 0, name.length));
    }

    @ParameterizedTest
    @CsvSource({
        "53C87564, Süd", // the accent stands before its letter
        "C241, Á",
        "43616EC26C, 'Canĺ'",
        "A4 20 31, '€ 1'",
        "50C4656E, 'Pẽn'",
        "C873, 's̈'",
        "E1C14F, 'ÆÒ'",
        "D420D5, ™ ♪",
        "F36CF9, 'ðlø'",
        "C220, '´'",
    })
    void readsTheDefaultTable(String hex, String text) {
        assertThat(decode(hex)).isEqualTo(text);
    }

    @Test
    void marksBytesOfTheDefaultTableThatStandForNothing() {
        assertThat(decode("41A642")).isEqualTo("A\uFFFDB");
        assertThat(decode("41C2")).as("an accent without a letter").isEqualTo("A\uFFFD");
        assertThat(decode("41C231")).as("an accent on a digit").isEqualTo("A\uFFFD1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15})
    void readsEveryPartOfIso8859AsTheRuntimeDoes(int part) {
        byte[] codes = new byte[96];
        for (int code = 0; code < 96; code++) {
            codes[code] = (byte) (0xA0 + code);
        }
        String expected = new String(codes, Charset.forName("ISO-8859-" + part));
        assertThat(decode(bytes(new int[] {0x10, 0, part}, codes))).isEqualTo(expected);
        if (part >= 5) {
            assertThat(decode(bytes(new int[] {part - 4}, codes))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "06 A1BDFF, Ą―ĸ", // Nordic: U+0104, U+2015, U+0138
        "10 000A D7F7, Ũũ",
        "0A A1BEF0, Ḃẅŵ", // Celtic: U+1E02, U+1E85, U+0175
        "10 000E D0DE, ŴŶ",
        "07 A1CDC7, กอว",
        "03 C5CBD4, Ε\u039BΤ",
        "01 BFE0D8D2D5E2, Привет",
    })
    void readsTheAlphabetsOfEurope(String hex, String text) {
        assertThat(decode(hex)).isEqualTo(text);
    }

    @Test
    void dropsEmphasisAndKeepsLineBreaks() {
        assertThat(decode("41 86 42 87 8A 43")).isEqualTo("AB\nC");
        assertThat(decode("05 41 86 42 87 8A 43")).isEqualTo("AB\nC");
        assertThat(decode("11 E086 4E2D E087 E08A 5929")).isEqualTo("中\n天");
        assertThat(decode("15 EE8286 E4B8AD EE8287 EE828A E5A4A9")).isEqualTo("中\n天");
        assertThat(decode("13 86 D6D0 87 8A CCEC")).isEqualTo("中\n天");
        assertThat(DvbText.name(hex("05 20 41 8A 43 20"), 0, 6)).isEqualTo("A C");
    }

    @Test
    void marksWhatItCannotKnow() {
        assertThat(decode("1F 01 AA BB CC")).as("compressed").isEqualTo("\uFFFD");
        assertThat(decode("08 41 E9"))
                .as("a part of ISO 8859 that there is not")
                .isEqualTo("A\uFFFD");
        assertThat(decode("16 41 E9")).as("reserved").isEqualTo("A\uFFFD");
        assertThat(decode("10 00")).isEmpty();
        assertThat(decode("1F")).isEmpty();
        assertThat(decode("")).isEmpty();
        assertThat(decode("11 4E2D 59")).as("half a character").isEqualTo("中\uFFFD");
        assertThat(decode("15 E4B8")).isEqualTo("\uFFFD");
        assertThat(decode("13 D6D0 D6")).startsWith("中").endsWith("\uFFFD");
    }

    @Test
    void givesATextForAnyBytes() {
        Random random = new Random(468);
        for (int text = 0; text < 50_000; text++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] &= 0x1F;
            }
            String decoded = DvbText.decode(bytes, 0, bytes.length);
            assertThat(decoded.length()).isLessThanOrEqualTo(2 * bytes.length);
            assertThat(decoded.chars().noneMatch(c -> c < 0x20 && c != '\n')).isTrue();
        }
        assertThat(DvbText.decode(new byte[4], 3, 9))
                .as("a length beyond the bytes")
                .isEmpty();
        assertThat(DvbText.decode(new byte[4], -1, 2)).isEmpty();
    }

    private static String decode(String hex) {
        return decode(hex(hex));
    }

    private static String decode(byte[] bytes) {
        return DvbText.decode(bytes, 0, bytes.length);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] bytes(int[] selector, byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value : selector) {
            bytes.write(value);
        }
        bytes.writeBytes(text);
        return bytes.toByteArray();
    }
}
