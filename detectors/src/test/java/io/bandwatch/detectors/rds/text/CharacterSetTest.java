package io.bandwatch.detectors.rds.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetTest {

    // one of each row of EN 50067:1998 annex E, figure E.1
    @ParameterizedTest
    @CsvSource({
        "0x24, ¤", "0x41, A", "0x5E, ―", "0x60, ‖", "0x7E, ¯", "0x80, á", "0x8C, Ş", "0x91, ä", "0x9E, ı", "0xA9, €",
        "0xAB, $", "0xB2, ²", "0xBF, §", "0xC4, Í", "0xCF, Ŀ", "0xD7, Ö", "0xDE, đ", "0xE3, Œ", "0xEE, Ŧ", "0xF1, å",
        "0xF9, ŋ"
    })
    void eachRowIsThatOfTheStandard(String code, String character) {
        byte[] bytes = {(byte) (int) Integer.decode(code)};
        assertThat(CharacterSet.decode(bytes, 0, 1)).isEqualTo(character);
    }

    @Test
    void everyCodeIsOneCharacter() {
        byte[] all = new byte[256];
        for (int code = 0; code < 256; code++) {
            all[code] = (byte) code;
        }
        String text = CharacterSet.decode(all, 0, 256);
        assertThat(text).hasSize(256);
        assertThat(text.substring(0, 32)).isBlank();
        assertThat(text.substring(0x21, 0x7F).chars().distinct().count()).isEqualTo(94);
        assertThat(text.substring(0x80, 0xFF).chars().distinct().count()).isEqualTo(127);
    }

    @Test
    void readingTheBytesAsLatin1GivesOtherLetters() {
        byte[] bytes = {'K', 'v', (byte) 0x91, 'l', 'l'};
        assertThat(CharacterSet.decode(bytes, 0, 5)).isEqualTo("Kväll");
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isNotEqualTo("Kväll");
    }
}
