package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.text.AtscText;
import java.util.ArrayList;
import java.util.List;

/**
 * A channel of the VCT (ATSC A/65, 6.3.1 and 6.3.2).
 *
 * @param transportStreamId channel_TSID: the stream that the channel is in
 * @param programme program_number
 * @param name the long name, where there is one, else the short
 * @param major major_channel_number
 * @param minor minor_channel_number
 * @param type service_type of A/53-1
 * @param accessControlled access_controlled
 */
public record VirtualChannel(
        int transportStreamId, int programme, String name, int major, int minor, int type, boolean accessControlled) {
    private static final int FIXED_BYTES = 32;
    private static final int EXTENDED_NAME = 0xA0;

    public static List<VirtualChannel> of(Section section) {
        List<VirtualChannel> channels = new ArrayList<>();
        int count = section.u8(section.bodyStart() + 1);
        int at = section.bodyStart() + 2;
        while (channels.size() < count && at + FIXED_BYTES <= section.bodyEnd()) {
            int end = Math.min(section.bodyEnd(), at + FIXED_BYTES + (section.u16(at + 30) & 0x03FF));
            channels.add(channel(section, at, end));
            at = end;
        }
        return channels;
    }

    private static VirtualChannel channel(Section section, int at, int end) {
        String name = AtscText.shortName(section.bytes(), at, end);
        Descriptors descriptors = new Descriptors(section, at + FIXED_BYTES, end);
        while (descriptors.next()) {
            if (descriptors.tag() == EXTENDED_NAME) {
                String longName = AtscText.firstString(section.bytes(), descriptors.from(), descriptors.to());
                name = longName.isEmpty() ? name : longName;
            }
        }
        int numbers = section.u24(at + 14);
        return new VirtualChannel(
                section.u16(at + 22),
                section.u16(at + 24),
                name,
                numbers >> 10 & 0x03FF,
                numbers & 0x03FF,
                section.u8(at + 27) & 0x3F,
                (section.u8(at + 26) & 0x20) != 0);
    }
}
