package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.text.AribText;
import io.bandwatch.dsp.ts.text.DvbText;
import java.util.Arrays;

/**
 * A name as it was sent: what it says depends on whose stream it is, which may be known only later.
 *
 * @param bytes as sent
 */
public record Label(byte[] bytes) {
    public static Label of(Section section, int from, int to) {
        int end = Math.min(to, section.bytes().length);
        return new Label(from < end ? Arrays.copyOfRange(section.bytes(), from, end) : new byte[0]);
    }

    public String text(boolean arib) {
        return arib ? AribText.name(bytes, 0, bytes.length) : DvbText.name(bytes, 0, bytes.length);
    }
}
