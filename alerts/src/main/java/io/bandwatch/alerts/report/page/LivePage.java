package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.CarrierRow;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.IncidentRow;
import io.bandwatch.alerts.report.view.ProgrammeRow;
import io.bandwatch.alerts.report.view.ReceiverRow;
import io.bandwatch.alerts.report.view.ServiceRow;
import io.bandwatch.alerts.report.view.StreamRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The page of a service that runs: open incidents first, then what is on air, how the receivers fare, and evidence. */
public final class LivePage {
    /** Where its script is served. */
    public static final String SCRIPT = "/page.js";

    /** Incidents of which pictures and sound are shown; the page of each shows them as well. */
    private static final int MOST_EVIDENCE = 12;

    private final Messages messages;

    public LivePage(Messages messages) {
        this.messages = messages;
    }

    /**
     * What is shown.
     *
     * @param incidents open ones first
     * @param carriers on air
     * @param receivers one each
     * @param streams transport streams
     * @param kept whether carriers of a feed can be heard and seen
     * @param problems what is wrong with the service itself; empty where nothing is
     * @param changes whether something can be changed
     */
    public record Shown(
            List<IncidentRow> incidents,
            List<CarrierRow> carriers,
            List<ReceiverRow> receivers,
            Streams streams,
            Predicate<String> kept,
            List<String> problems,
            boolean changes) {}

    /**
     * Transport streams.
     *
     * @param streams one each
     * @param services those that they have
     * @param programmes pictures and sound of services that are decoded
     */
    public record Streams(List<StreamRow> streams, List<ServiceRow> services, List<ProgrammeRow> programmes) {}

    /** What acts on its buttons. */
    public static String script() throws IOException {
        return PageFrame.resource("page.js");
    }

    /** Writes the page. */
    public void write(Shown shown, Appendable out) throws IOException {
        PageFrame frame = new PageFrame(messages);
        frame.liveHead(messages.text("live.title"), out);
        StringBuilder problems = new StringBuilder();
        shown.problems().forEach(problem -> problems.append("<p class=\"note\">")
                .append(Html.escape(problem))
                .append("</p>\n"));
        part(frame, "problems", "live.problems", problems.toString(), out);
        String incidents = IncidentTable.now(messages, shown.changes()).html(shown.incidents(), true);
        part(frame, "incidents", "incidents.title", incidents, out);
        part(frame, "carriers", "carriers.title", carriers(shown), out);
        StreamTables streams = new StreamTables(messages);
        part(frame, "services", "services.title", streams.services(shown.streams()), out);
        part(frame, "receivers", "live.receivers", receivers(shown), out);
        part(frame, "streams", "streams.title", streams.streams(shown.streams()), out);
        String evidence = new LiveEvidenceView(messages)
                .html(shown.incidents().stream().limit(MOST_EVIDENCE).toList());
        part(frame, "evidence", "live.evidence", evidence, out);
        out.append("<p id=\"stale\" class=\"note\" hidden>")
                .append(Html.escape(messages.text("live.stale")))
                .append("</p>\n");
        if (shown.changes()) {
            out.append(new AcknowledgeForm(messages).html());
        }
        frame.foot(messages.text("live.made-from"), out);
    }

    /** Nothing where there is nothing to show, but the place of it. */
    private void part(PageFrame frame, String name, String title, String html, Appendable out) throws IOException {
        out.append("<div id=\"").append(name).append("\">\n");
        if (!html.isEmpty()) {
            frame.section(messages.text(title), html, out);
        }
        out.append("</div>\n");
    }

    private String carriers(Shown shown) {
        if (shown.carriers().isEmpty()) {
            boolean receives =
                    !shown.receivers().isEmpty() || shown.streams().streams().isEmpty();
            return !receives ? "" : "<p>" + Html.escape(messages.text("carriers.none")) + "</p>\n";
        }
        HtmlTable table = new HtmlTable(true, messages);
        table.heads(
                "channel", "listen", "frequency", "level", "snr", "presence", "verdict", "station", "heard", "reason");
        for (CarrierRow carrier : shown.carriers()) {
            table.row(carrier.feed()).number(Figures.channelMhz(carrier.channelHz()));
            listen(table, shown, carrier)
                    .number(Figures.mhz(carrier.frequencyHz()))
                    .number(Figures.decibels(carrier.levelDbfs()))
                    .number(Figures.decibels(carrier.snrDb()))
                    .number(Figures.percent(carrier.presence()))
                    .badge("v-" + carrier.verdict(), messages.ofCode("verdict", carrier.verdict()))
                    .text(carrier.station() == null ? "" : carrier.station())
                    .text(carrier.heard() == null ? "" : carrier.heard())
                    .list(carrier.reasons().stream()
                            .map(reason -> reason.in(messages))
                            .toList());
        }
        return table.html();
    }

    /** Links to what can be heard and seen of a carrier; the script of the page plays and shows it within the page. */
    private HtmlTable listen(HtmlTable table, Shown shown, CarrierRow carrier) {
        String address = "/api/v1/feeds/" + Html.segment(carrier.feed()) + "/carriers/" + carrier.channelHz() + "/";
        List<HtmlTable.Link> links = new ArrayList<>();
        if (shown.kept().test(carrier.feed())) {
            links.add(new HtmlTable.Link("play", address + "sound.wav?seconds=30", messages.text("live.listen")));
            links.add(new HtmlTable.Link("play", address + "live.wav", messages.text("live.now")));
            links.add(new HtmlTable.Link("look", address + "spectrum.png", messages.text("live.look")));
        }
        return table.links(links);
    }

    private String receivers(Shown shown) {
        List<ReceiverRow> receivers = shown.receivers();
        if (receivers.isEmpty()) {
            return !shown.streams().streams().isEmpty()
                    ? ""
                    : "<p>" + Html.escape(messages.text("live.no-receivers")) + "</p>\n";
        }
        HtmlTable table = new HtmlTable(true, messages);
        table.heads("until", "unheard", "openings", "received", "dropped", "drift", "revisit");
        for (ReceiverRow receiver : receivers) {
            table.row(receiver.feed())
                    .text(Figures.time(receiver.until()))
                    .number(Figures.seconds(receiver.unheardS()))
                    .number(Long.toString(receiver.openings()))
                    .number(Long.toString(receiver.receivedSamples()))
                    .number(Figures.percent(receiver.droppedShare()))
                    .number(Figures.decibels(receiver.driftPpm()))
                    .number(Figures.seconds(receiver.revisitS()))
                    .end();
        }
        return table.html();
    }
}
