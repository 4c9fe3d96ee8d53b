package io.bandwatch.alerts.report.view;

import io.bandwatch.alerts.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A result as text for a terminal. */
public final class TableReport {
    private final Messages messages;

    public TableReport(Messages messages) {
        this.messages = messages;
    }

    /** Streams, services, programmes, carriers, incidents, summary; lines end with {@code \n}. */
    public String render(Result result) {
        return streams(result)
                + programmes(result)
                + (result.hasBands() ? carriers(result) + '\n' : "")
                + incidents(result)
                + '\n'
                + summary(result);
    }

    private String streams(Result result) {
        if (result.streams().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable()
                .text(head("feed"))
                .number(head("packets"))
                .number(head("bitrate"))
                .number(head("damaged"))
                .number(head("continuity"))
                .number(head("crc"))
                .number(head("scrambled-packets"))
                .text(head("indicators"));
        for (StreamRow stream : result.streams()) {
            table.row(List.of(
                    stream.feed(),
                    Long.toString(stream.packets()),
                    Figures.mbps(stream.bitrateBps()),
                    Long.toString(stream.transportErrors()),
                    Long.toString(stream.continuityErrors()),
                    Long.toString(stream.crcErrors()),
                    Long.toString(stream.scrambledPackets()),
                    stream.faults()));
        }
        return messages.text("streams.title") + "\n\n" + table.render() + '\n' + services(result) + '\n';
    }

    private String services(Result result) {
        if (result.services().isEmpty()) {
            return messages.text("services.none") + '\n';
        }
        boolean feeds = result.hasSeveralFeeds();
        TextTable table = new TextTable();
        if (feeds) {
            table.text(head("feed"));
        }
        table.number(head("service"))
                .text(head("name"))
                .text(head("provider"))
                .text(head("components"))
                .text(head("scrambled"))
                .number(head("bitrate"))
                .text(head("verdict"))
                .text(head("reason"));
        for (ServiceRow service : result.services()) {
            List<String> cells = new ArrayList<>();
            if (feeds) {
                cells.add(service.feed());
            }
            cells.add(Integer.toString(service.serviceId()));
            cells.add(service.name());
            cells.add(service.provider());
            cells.add(String.join(" ", service.components()));
            cells.add(service.scrambled() ? messages.text("service.scrambled") : "");
            cells.add(Figures.mbps(service.bitrateBps()));
            cells.add(messages.ofCode("verdict", service.verdict()));
            cells.add(why(service.reasons()));
            table.row(cells);
        }
        return messages.text("services.title") + "\n\n" + table.render();
    }

    private String programmes(Result result) {
        if (result.programmes().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable()
                .text(head("feed"))
                .number(head("service"))
                .number(head("duration"))
                .text(head("picture"))
                .number(head("black"))
                .number(head("still"))
                .number(head("missing"))
                .text(head("language"))
                .number(head("loudness"))
                .number(head("silence"));
        for (ProgrammeRow programme : result.programmes()) {
            table.row(List.of(
                    programme.feed(),
                    Integer.toString(programme.serviceId()),
                    Figures.seconds(programme.durationS()),
                    programme.picture(),
                    Figures.percent(programme.blackShare()),
                    Figures.percent(programme.stillShare()),
                    programme.missingPictures(),
                    programme.languages(),
                    programme.loudness(),
                    programme.silence()));
        }
        return messages.text("programmes.title") + "\n\n" + table.render() + '\n';
    }

    private String carriers(Result result) {
        if (result.carriers().isEmpty()) {
            return messages.text("carriers.none") + '\n';
        }
        boolean feeds = result.hasSeveralFeeds();
        TextTable table = new TextTable();
        if (feeds) {
            table.text(head("feed"));
        }
        table.number(head("frequency"))
                .number(head("level"))
                .number(head("snr"))
                .number(head("bandwidth"))
                .number(head("presence"))
                .text(head("verdict"))
                .text(head("station"))
                .text(head("heard"))
                .text(head("reason"));
        for (CarrierRow carrier : result.carriers()) {
            List<String> cells = new ArrayList<>();
            if (feeds) {
                cells.add(carrier.feed());
            }
            cells.add(Figures.mhz(carrier.frequencyHz()));
            cells.add(Figures.decibels(carrier.levelDbfs()));
            cells.add(Figures.decibels(carrier.snrDb()));
            cells.add(Figures.khz(carrier.occupiedBandwidthHz()));
            cells.add(Figures.percent(carrier.presence()));
            cells.add(messages.ofCode("verdict", carrier.verdict()));
            cells.add(carrier.station() == null ? "" : carrier.station());
            cells.add(carrier.heard() == null ? "" : carrier.heard());
            cells.add(why(carrier.reasons()));
            table.row(cells);
        }
        return messages.text("carriers.title") + "\n\n" + table.render() + schedules(result);
    }

    private String schedules(Result result) {
        String lines = result.carriers().stream()
                .filter(carrier -> carrier.schedule().isKnown())
                .map(carrier -> Figures.mhz(carrier.frequencyHz()) + "  "
                        + carrier.schedule().in(messages))
                .map(TextTable::printable)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : '\n' + messages.text("schedules.title") + "\n\n" + lines + '\n';
    }

    private String incidents(Result result) {
        if (result.incidents().isEmpty()) {
            return messages.text("incidents.none") + '\n';
        }
        boolean feeds = result.hasSeveralFeeds();
        TextTable table = new TextTable();
        if (feeds) {
            table.text(head("feed"));
        }
        table.text(head("kind"))
                .number(head("channel"))
                .text(head("since"))
                .text(head("until"))
                .number(head("presences"))
                .text(head("severity"))
                .text(head("reason"));
        for (IncidentRow incident : result.incidents()) {
            List<String> cells = new ArrayList<>();
            if (feeds) {
                cells.add(incident.feed());
            }
            cells.add(messages.ofCode("kind", incident.kind()));
            cells.add(incident.place(messages));
            cells.add(Figures.time(incident.opened()));
            cells.add(incident.until(messages, "until.open"));
            cells.add(Integer.toString(incident.presences()));
            cells.add(messages.ofCode("severity", incident.severity()));
            cells.add(why(incident.reasons()));
            table.row(cells);
        }
        return messages.text("incidents.title") + "\n\n" + table.render();
    }

    private String summary(Result result) {
        SummaryRow summary = result.summary();
        List<String> lines = new ArrayList<>();
        lines.add(item("recordings", Integer.toString(summary.recordings())));
        lines.add(item("duration", Figures.seconds(summary.durationS())));
        lines.add(item("carriers", Integer.toString(summary.carriers())));
        if (!result.streams().isEmpty()) {
            lines.add(item("services", Integer.toString(summary.services())));
        }
        lines.add(item("incidents", Integer.toString(summary.incidents())));
        if (summary.site() != null) {
            lines.add(item("site", summary.site()));
        }
        String register = summary.registerFile();
        lines.add(item("register", register == null ? messages.text("summary.no-register") : register));
        summary.badInput()
                .forEach((kind, count) ->
                        lines.add(item("bad-input", messages.ofCode("bad-input", kind) + " " + count)));
        if (result.artefacts() > 0) {
            lines.add(messages.text("summary.artefacts", Long.toString(result.artefacts())));
        }
        summary.notes().forEach(note -> lines.add(note.in(messages)));
        return lines.stream().map(TextTable::printable).collect(Collectors.joining("\n", "", "\n"));
    }

    private String item(String name, String value) {
        return messages.text("summary." + name) + ": " + value;
    }

    private String head(String column) {
        return messages.text("column." + column);
    }

    private String why(List<ReasonRow> reasons) {
        return reasons.stream().map(reason -> reason.in(messages)).collect(Collectors.joining("; "));
    }
}
