package io.bandwatch.alerts.report.view;

import java.util.List;

/**
 * A service as it stands in a result. A number that is absent is NaN, a text that is absent empty.
 *
 * @param feed id of the feed
 * @param serviceId its number
 * @param name what it is called
 * @param provider who provides it
 * @param components codecs of its sound and pictures, in order
 * @param scrambled whether it is scrambled
 * @param bitrateBps mean bit rate, bit/s
 * @param verdict word for what explains it
 * @param reasons why
 */
public record ServiceRow(
        String feed,
        int serviceId,
        String name,
        String provider,
        List<String> components,
        boolean scrambled,
        double bitrateBps,
        String verdict,
        List<ReasonRow> reasons) {}
