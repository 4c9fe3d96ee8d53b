package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.CarrierRow;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.ProgrammeRow;
import io.bandwatch.alerts.report.view.ReasonRow;
import io.bandwatch.alerts.report.view.Result;
import io.bandwatch.alerts.report.view.ServiceRow;
import io.bandwatch.alerts.report.view.StreamRow;
import io.bandwatch.alerts.report.view.SummaryRow;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result as one page that needs nothing else: readable on a screen, on paper, and aloud. */
public final class HtmlReport {
    private final Messages messages;

    public HtmlReport(Messages messages) {
        this.messages = messages;
    }

    /**
     * Writes the page.
     *
     * @param result what was found
     * @param spectra pictures, one for each feed; may be empty
     * @param out where to
     */
    public void write(Result result, List<SpectrumSummary> spectra, Appendable out) throws IOException {
        write(result, spectra, null, out);
    }

    /**
     * Writes the page with evidence.
     *
     * @param evidence pictures of faults, or null
     */
    public void write(Result result, List<SpectrumSummary> spectra, @Nullable EvidencePictures evidence, Appendable out)
            throws IOException {
        PageFrame frame = new PageFrame(messages);
        frame.head(messages.text("page.title"), out);
        frame.section(messages.text("summary.title"), summary(result), out);
        for (SpectrumSummary spectrum : spectra) {
            List<CarrierRow> carriers = result.carriers().stream()
                    .filter(carrier -> carrier.feed().equals(spectrum.feed()))
                    .toList();
            String waterfall = spectrum.rowCount() > 0 ? new WaterfallPlot(messages).svg(spectrum) : "";
            frame.section(
                    messages.text("page.spectrum", spectrum.feed()),
                    new SpectrumPlot(messages).svg(spectrum, carriers) + waterfall,
                    out);
        }
        frame.section(
                messages.text("incidents.title"),
                new IncidentTable(messages).html(result.incidents(), result.hasSeveralFeeds()),
                out);
        if (evidence != null) {
            frame.section(messages.text("evidence.title"), evidence.incidents(result, messages), out);
            frame.section(messages.text("mosaic.title"), new Mosaic(messages).html(evidence.tiles()), out);
        }
        if (!result.streams().isEmpty()) {
            frame.section(messages.text("streams.title"), streams(result), out);
            frame.section(messages.text("services.title"), services(result), out);
        }
        if (!result.programmes().isEmpty()) {
            frame.section(messages.text("programmes.title"), programmes(result), out);
        }
        if (result.hasBands()) {
            frame.section(messages.text("carriers.title"), carriers(result), out);
        }
        if (result.carriers().stream().anyMatch(carrier -> carrier.schedule().isKnown())) {
            frame.section(messages.text("schedules.title"), schedules(result), out);
        }
        frame.foot(messages.text("page.made-from"), out);
    }

    private String summary(Result result) {
        SummaryRow summary = result.summary();
        StringBuilder html = new StringBuilder("<dl>");
        item(html, "summary.recordings", Integer.toString(summary.recordings()));
        item(html, "summary.duration", Figures.seconds(summary.durationS()));
        item(html, "summary.carriers", Integer.toString(summary.carriers()));
        if (!result.streams().isEmpty()) {
            item(html, "summary.services", Integer.toString(summary.services()));
        }
        item(html, "summary.incidents", Integer.toString(summary.incidents()));
        if (summary.site() != null) {
            item(html, "summary.site", summary.site());
        }
        String register = summary.registerFile();
        item(html, "summary.register", register == null ? messages.text("summary.no-register") : register);
        if (!summary.badInput().isEmpty()) {
            item(
                    html,
                    "summary.bad-input",
                    summary.badInput().entrySet().stream()
                            .map(kind -> messages.ofCode("bad-input", kind.getKey()) + " " + kind.getValue())
                            .collect(Collectors.joining(", ")));
        }
        html.append("</dl>\n");
        summary.notes().forEach(note -> html.append("<p class=\"note\">")
                .append(Html.escape(note.in(messages)))
                .append("</p>\n"));
        if (result.artefacts() > 0) {
            html.append("<p>")
                    .append(escaped("summary.artefacts", Long.toString(result.artefacts())))
                    .append("</p>\n");
        }
        return html.toString();
    }

    private void item(StringBuilder html, String name, String value) {
        html.append("<div><dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd></div>");
    }

    private String streams(Result result) {
        HtmlTable table = new HtmlTable(true, messages);
        table.heads("packets", "bitrate", "damaged", "continuity", "crc", "scrambled-packets", "indicators");
        for (StreamRow stream : result.streams()) {
            table.row(stream.feed())
                    .number(Long.toString(stream.packets()))
                    .number(Figures.mbps(stream.bitrateBps()))
                    .number(Long.toString(stream.transportErrors()))
                    .number(Long.toString(stream.continuityErrors()))
                    .number(Long.toString(stream.crcErrors()))
                    .number(Long.toString(stream.scrambledPackets()))
                    .list(stream.faults().isEmpty() ? List.of() : List.of(stream.faults()));
        }
        return table.html();
    }

    private String services(Result result) {
        if (result.services().isEmpty()) {
            return "<p>" + escaped("services.none") + "</p>\n";
        }
        HtmlTable table = new HtmlTable(result.hasSeveralFeeds(), messages);
        table.heads("service", "name", "provider", "components", "scrambled", "bitrate", "verdict", "reason");
        for (ServiceRow service : result.services()) {
            table.row(service.feed())
                    .number(Integer.toString(service.serviceId()))
                    .text(service.name())
                    .text(service.provider())
                    .text(String.join(" ", service.components()))
                    .text(service.scrambled() ? messages.text("service.scrambled") : "")
                    .number(Figures.mbps(service.bitrateBps()))
                    .badge("v-" + service.verdict(), messages.ofCode("verdict", service.verdict()))
                    .list(reasons(service.reasons()));
        }
        return table.html();
    }

    private String programmes(Result result) {
        HtmlTable table = new HtmlTable(true, messages);
        table.heads("service", "duration", "picture", "black", "still", "missing", "language", "loudness", "silence");
        for (ProgrammeRow programme : result.programmes()) {
            table.row(programme.feed())
                    .number(Integer.toString(programme.serviceId()))
                    .number(Figures.seconds(programme.durationS()))
                    .text(programme.picture())
                    .number(Figures.percent(programme.blackShare()))
                    .number(Figures.percent(programme.stillShare()))
                    .number(programme.missingPictures())
                    .text(programme.languages())
                    .number(programme.loudness())
                    .number(programme.silence());
        }
        return table.html();
    }

    private String carriers(Result result) {
        if (result.carriers().isEmpty()) {
            return "<p>" + escaped("carriers.none") + "</p>\n";
        }
        HtmlTable table = new HtmlTable(result.hasSeveralFeeds(), messages);
        table.heads(
                "frequency",
                "level",
                "snr",
                "bandwidth",
                "presence",
                "verdict",
                "confidence",
                "station",
                "heard",
                "reason");
        for (CarrierRow carrier : result.carriers()) {
            table.row(carrier.feed())
                    .number(Figures.mhz(carrier.frequencyHz()))
                    .number(Figures.decibels(carrier.levelDbfs()))
                    .number(Figures.decibels(carrier.snrDb()))
                    .number(Figures.khz(carrier.occupiedBandwidthHz()))
                    .number(Figures.percent(carrier.presence()))
                    .badge("v-" + carrier.verdict(), messages.ofCode("verdict", carrier.verdict()))
                    .number(Figures.share(carrier.confidence()))
                    .text(carrier.station() == null ? "" : carrier.station())
                    .text(carrier.heard() == null ? "" : carrier.heard())
                    .list(reasons(carrier.reasons()));
        }
        return table.html();
    }

    private String schedules(Result result) {
        HtmlTable table = new HtmlTable(result.hasSeveralFeeds(), messages);
        table.heads("frequency", "schedule");
        for (CarrierRow carrier : result.carriers()) {
            if (carrier.schedule().isKnown()) {
                table.row(carrier.feed())
                        .number(Figures.mhz(carrier.frequencyHz()))
                        .text(carrier.schedule().in(messages));
            }
        }
        return table.html();
    }

    private List<String> reasons(List<ReasonRow> reasons) {
        return reasons.stream().map(reason -> reason.in(messages)).toList();
    }

    private String escaped(String key, Object... arguments) {
        return Html.escape(messages.text(key, arguments));
    }
}
