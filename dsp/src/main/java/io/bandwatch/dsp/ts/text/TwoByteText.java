package io.bandwatch.dsp.ts.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/**
 * A coding of East Asia: ASCII in one byte, all else in two. What the set that the standard names does not hold is looked up
 * in the larger set that networks use in its place: GB 18030 for GB 2312, the Hong Kong supplement for Big5, code page 949
 * for KS X 1001.
 */
enum TwoByteText {
    KS_X_1001("EUC-KR", "x-windows-949"),
    GB_2312("GB2312", "GB18030"),
    BIG5("Big5", "Big5-HKSCS");

    private static final int FIRST_LEAD = 0xA1;

    private final Charset named;
    private final Charset larger;

    TwoByteText(String named, String larger) {
        this.named = Charset.forName(named);
        this.larger = Charset.forName(larger);
    }

    String decode(byte[] bytes, int from, int to) {
        byte[] plain = withoutControls(bytes, from, to);
        // The larger set tells the same as the smaller but for a few signs, which it maps as later standards do.
        byte[] text = strictly(plain, named).isPresent() ? plain : Arrays.copyOfRange(bytes, from, to);
        return UnicodeText.tidy(strictly(text, larger).orElseGet(() -> new String(plain, larger)));
    }

    /** Well formed, with at least one character of two bytes. */
    boolean fits(byte[] bytes, int from, int to) {
        byte[] plain = withoutControls(bytes, from, to);
        Optional<String> text = strictly(plain, named);
        return text.isPresent() && text.get().length() < plain.length;
    }

    /** Control codes (EN 300 468, table A.1) stand where a character could start: below every first byte of two. */
    private static byte[] withoutControls(byte[] bytes, int from, int to) {
        byte[] plain = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            int code = bytes[at] & 0xFF;
            if (code >= FIRST_LEAD && at + 1 < to) {
                plain[length++] = bytes[at++];
                plain[length++] = bytes[at];
            } else if (code == 0x8A || code == '\r') {
                plain[length++] = '\n';
            } else if (code != 0 && (code < 0x80 || code >= 0xA0)) {
                plain[length++] = bytes[at];
            }
        }
        return Arrays.copyOf(plain, length);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notThisSet) {
            return Optional.empty();
        }
    }
}
