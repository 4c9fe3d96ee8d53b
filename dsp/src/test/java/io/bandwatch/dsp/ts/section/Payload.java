package io.bandwatch.dsp.ts.section;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Payload of a packet, and whether a section starts in it.
 *
 * @param bytes 184 bytes, or one less, as behind an adaptation field, where a section would start in the last one
 * @param unitStart payload_unit_start_indicator
 */
public record Payload(byte[] bytes, boolean unitStart) {
    public static final int LENGTH = 184;

    /** Lays sections behind each other into as many packets as they need, and stuffs the last one. */
    public static List<Payload> of(List<byte[]> sections) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<Integer> starts = new ArrayList<>();
        for (byte[] section : sections) {
            starts.add(stream.size());
            stream.writeBytes(section);
        }
        byte[] all = stream.toByteArray();
        List<Payload> payloads = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int at = from;
            int start = starts.stream()
                    .filter(place -> place >= at && place < at + LENGTH - 1)
                    .findFirst()
                    .orElse(-1);
            byte[] bytes = new byte[start < 0 && starts.contains(at + LENGTH - 1) ? LENGTH - 1 : LENGTH];
            Arrays.fill(bytes, (byte) 0xFF);
            int header = start < 0 ? 0 : 1;
            if (header == 1) {
                bytes[0] = (byte) (start - from);
            }
            int taken = Math.min(bytes.length - header, all.length - from);
            System.arraycopy(all, from, bytes, header, taken);
            payloads.add(new Payload(bytes, header == 1));
            from += taken;
        }
        return payloads;
    }
}
