package io.bandwatch.alerts.report.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a result.
 *
 * @param recordings recordings analysed
 * @param durationS their length in all, s
 * @param carriers carriers that are no artefacts
 * @param services services of transport streams
 * @param incidents incidents
 * @param badInput faults in the input by kind
 * @param site name of the site, or null
 * @param registerFile names of the registers, or null without any
 * @param registerSha256 hash of the register, or null without one
 * @param notes what the reader must know
 */
public record SummaryRow(
        int recordings,
        double durationS,
        int carriers,
        int services,
        int incidents,
        Map<String, Long> badInput,
        @Nullable String site,
        @Nullable String registerFile,
        @Nullable String registerSha256,
        List<ReasonRow> notes) {}
