package io.bandwatch.alerts.report.view;

import java.util.Map;

/**
 * A transport stream as it stands in a result. Numbers that are absent are NaN.
 *
 * @param feed id of the feed
 * @param until end of what is told of, RFC 3339; empty where the stream has no time
 * @param unheardS time of an interval in which no packet came, s
 * @param packets packets
 * @param bitrateBps mean bit rate, bit/s
 * @param transportErrors packets that the demodulator marked as damaged
 * @param continuityErrors breaks of the packet numbers
 * @param crcErrors sections with a wrong check sum
 * @param scrambledPackets packets with a scrambled payload
 * @param indicators what TR 101 290 finds wrong, by name, with its count; in the order of the guideline
 */
public record StreamRow(
        String feed,
        String until,
        double unheardS,
        long packets,
        double bitrateBps,
        long transportErrors,
        long continuityErrors,
        long crcErrors,
        long scrambledPackets,
        Map<String, Long> indicators) {
    /** The indicators that are not zero, as text. */
    public String faults() {
        StringBuilder text = new StringBuilder();
        indicators.forEach((name, count) -> {
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(count);
            }
        });
        return text.toString();
    }
}
