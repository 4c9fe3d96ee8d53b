package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.ProgrammeRow;
import io.bandwatch.alerts.report.view.ReasonRow;
import io.bandwatch.alerts.report.view.ServiceRow;
import io.bandwatch.alerts.report.view.StreamRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables of transport streams and of their services as they are now. */
final class StreamTables {
    private final Messages messages;

    StreamTables(Messages messages) {
        this.messages = messages;
    }

    /** How each stream fares; nothing where there is none. */
    String streams(LivePage.Streams shown) {
        if (shown.streams().isEmpty()) {
            return "";
        }
        HtmlTable table = new HtmlTable(true, messages);
        table.heads("until", "unheard", "bitrate", "damaged", "continuity", "crc", "indicators");
        for (StreamRow stream : shown.streams()) {
            table.row(stream.feed())
                    .text(Figures.time(stream.until()))
                    .number(Figures.seconds(stream.unheardS()))
                    .number(Figures.mbps(stream.bitrateBps()))
                    .number(Long.toString(stream.transportErrors()))
                    .number(Long.toString(stream.continuityErrors()))
                    .number(Long.toString(stream.crcErrors()))
                    .list(stream.faults().isEmpty() ? List.of() : List.of(stream.faults()));
        }
        return table.html();
    }

    /** Each service with what is seen and heard of it; nothing where there is no stream. */
    String services(LivePage.Streams shown) {
        if (shown.streams().isEmpty()) {
            return "";
        }
        if (shown.services().isEmpty()) {
            return "<p>" + Html.escape(messages.text("services.none")) + "</p>\n";
        }
        Map<String, ProgrammeRow> programmes = new HashMap<>();
        shown.programmes().forEach(each -> programmes.put(key(each.feed(), each.serviceId()), each));
        HtmlTable table = new HtmlTable(true, messages);
        table.heads(
                "service",
                "name",
                "verdict",
                "scrambled",
                "bitrate",
                "components",
                "picture",
                "black",
                "still",
                "loudness",
                "silence",
                "reason");
        for (ServiceRow service : shown.services()) {
            table.row(service.feed())
                    .number(Integer.toString(service.serviceId()))
                    .text(service.name())
                    .badge("v-" + service.verdict(), messages.ofCode("verdict", service.verdict()))
                    .text(service.scrambled() ? messages.text("service.scrambled") : "")
                    .number(Figures.mbps(service.bitrateBps()))
                    .text(String.join(" ", service.components()));
            programme(table, programmes.get(key(service.feed(), service.serviceId())));
            table.list(service.reasons().stream()
                    .map((ReasonRow reason) -> reason.in(messages))
                    .toList());
        }
        return table.html();
    }

    /** Nothing of a service that is not decoded. */
    private static void programme(HtmlTable table, @Nullable ProgrammeRow programme) {
        if (programme == null) {
            table.text("").text("").text("").text("").text("");
            return;
        }
        table.text(programme.picture())
                .number(Figures.percent(programme.blackShare()))
                .number(Figures.percent(programme.stillShare()))
                .number(programme.loudness())
                .number(programme.silence());
    }

    private static String key(String feed, int serviceId) {
        return serviceId + "|" + feed;
    }
}
