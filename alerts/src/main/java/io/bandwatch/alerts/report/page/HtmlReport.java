package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.CarrierRow;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.IncidentRow;
import io.bandwatch.alerts.report.view.ProgrammeRow;
import io.bandwatch.alerts.report.view.ReasonRow;
import io.bandwatch.alerts.report.view.Result;
import io.bandwatch.alerts.report.view.ServiceRow;
import io.bandwatch.alerts.report.view.StreamRow;
import io.bandwatch.alerts.report.view.SummaryRow;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result as one page that needs nothing else: readable on a screen, on paper, and aloud. */
public final class HtmlReport {
    private static final String STYLE = "page.css";

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
        head(out);
        section(out, "summary.title", summary(result));
        for (SpectrumSummary spectrum : spectra) {
            List<CarrierRow> carriers = result.carriers().stream()
                    .filter(carrier -> carrier.feed().equals(spectrum.feed()))
                    .toList();
            out.append("<section><h2>")
                    .append(escaped("page.spectrum", spectrum.feed()))
                    .append("</h2>\n")
                    .append(new SpectrumPlot(messages).svg(spectrum, carriers))
                    .append(spectrum.rowCount() > 0 ? new WaterfallPlot(messages).svg(spectrum) : "")
                    .append("</section>\n");
        }
        section(out, "incidents.title", incidents(result));
        if (evidence != null) {
            section(out, "evidence.title", evidence.incidents(result, messages));
            section(out, "mosaic.title", new Mosaic(messages).html(evidence.tiles()));
        }
        if (!result.streams().isEmpty()) {
            section(out, "streams.title", streams(result));
            section(out, "services.title", services(result));
        }
        if (!result.programmes().isEmpty()) {
            section(out, "programmes.title", programmes(result));
        }
        if (result.hasBands()) {
            section(out, "carriers.title", carriers(result));
        }
        if (result.carriers().stream().anyMatch(carrier -> carrier.schedule().isKnown())) {
            section(out, "schedules.title", schedules(result));
        }
        out.append("<footer>").append(escaped("page.made-from")).append("</footer>\n</body>\n</html>\n");
    }

    private void head(Appendable out) throws IOException {
        Locale locale = messages.locale();
        String language = locale.getLanguage().isEmpty() ? "en" : locale.toLanguageTag();
        String title = escaped("page.title");
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" style-src 'unsafe-inline'; img-src data:\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n");
        out.append("<body>\n<h1>").append(title).append("</h1>\n");
    }

    private static String style() throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (css == null) {
                throw new IOException("the style sheet of the page is not in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void section(Appendable out, String title, String content) throws IOException {
        out.append("<section><h2>")
                .append(escaped(title))
                .append("</h2>\n")
                .append(content)
                .append("</section>\n");
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

    private String incidents(Result result) {
        if (result.incidents().isEmpty()) {
            return "<p>" + escaped("incidents.none") + "</p>\n";
        }
        HtmlTable table = new HtmlTable(result.hasSeveralFeeds(), messages);
        table.heads("kind", "channel", "since", "until", "presences", "severity", "reason");
        for (IncidentRow incident : result.incidents()) {
            table.row(incident.feed())
                    .text(messages.ofCode("kind", incident.kind()))
                    .number(incident.place(messages))
                    .text(incident.opened())
                    .text(incident.closed() == null ? messages.text("until.open") : incident.closed())
                    .number(Integer.toString(incident.presences()))
                    .badge("s-" + incident.severity(), messages.ofCode("severity", incident.severity()))
                    .list(reasons(incident.reasons()));
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
