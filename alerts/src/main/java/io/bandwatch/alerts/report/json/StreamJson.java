package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.detectors.ts.assessment.SpliceRecord;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.detectors.ts.assessment.StreamReport;
import io.bandwatch.signal.ts.SpliceCommand;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsNetwork;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPcr;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import io.bandwatch.signal.ts.TsTransport;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what transport streams, their services and their splice commands are. Bit rates are rounded to 1 bit/s, times of
 * the system clock to 1 us, deviations to 0.1 ns.
 */
final class StreamJson {
    private static final int WHOLE = 0;
    private static final int TENTHS = 1;
    private static final int THOUSANDTHS = 3;
    private static final int MICROSECONDS = 6;

    private StreamJson() {}

    static void write(JsonGenerator json, StreamRecord record, TsObservation stream) throws IOException {
        json.writeStringField("type", "ts");
        json.writeStringField("feed", record.feed());
        JsonLine.time(json, "time", record.time());
        if (record.durationNs() > 0) {
            JsonLine.seconds(json, "duration_s", record.durationNs());
        }
        counts(json, stream.counts());
        if (stream.packetBytes() > 0) {
            json.writeNumberField("packet_bytes", stream.packetBytes());
        }
        JsonLine.number(json, "bitrate_bps", stream.bitrateBps(), WHOLE);
        network(json, stream.network());
        pids(json, stream.pids());
        indicators(json, stream.indicators());
        pcrs(json, stream.pcrs());
        if (record.transport() != null) {
            transport(json, record.transport());
        }
    }

    /** A stream in an interval; its counts are since its start, but for the bit rate. */
    static void write(JsonGenerator json, StreamReport report) throws IOException {
        interval(json, "ts", report);
        JsonLine.seconds(json, "unheard_s", report.unheardNs());
        counts(json, report.counts());
        JsonLine.number(json, "bitrate_bps", report.bitrateBps(), WHOLE);
        indicators(json, report.indicators());
        if (report.transport() != null) {
            transport(json, report.transport());
        }
    }

    private static void interval(JsonGenerator json, String type, StreamReport report) throws IOException {
        json.writeStringField("type", type);
        json.writeBooleanField("interval", true);
        json.writeStringField("feed", report.feed());
        JsonLine.time(json, "time", report.time());
        JsonLine.seconds(json, "duration_s", report.durationNs());
    }

    private static void transport(JsonGenerator json, TsTransport transport) throws IOException {
        json.writeObjectFieldStart("transport");
        json.writeNumberField("beginnings", transport.beginnings());
        json.writeNumberField("openings", transport.openings());
        json.writeNumberField("datagrams", transport.datagrams());
        json.writeNumberField("malformed", transport.malformed());
        json.writeNumberField("lost", transport.lost());
        json.writeNumberField("reordered", transport.reordered());
        json.writeNumberField("late", transport.late());
        json.writeNumberField("duplicates", transport.duplicates());
        json.writeNumberField("restarts", transport.restarts());
        json.writeNumberField("dropped_blocks", transport.droppedBlocks());
        json.writeNumberField("dropped_bytes", transport.droppedBytes());
        json.writeNumberField("socket_drops", transport.socketDrops());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, TsCounts counts) throws IOException {
        json.writeNumberField("packets", counts.packets());
        json.writeNumberField("sync_losses", counts.syncLosses());
        json.writeNumberField("sync_byte_errors", counts.syncByteErrors());
        json.writeNumberField("lost_bytes", counts.lostBytes());
        json.writeNumberField("transport_errors", counts.transportErrors());
        json.writeNumberField("continuity_errors", counts.continuityErrors());
        json.writeNumberField("duplicate_packets", counts.duplicatePackets());
        json.writeNumberField("crc_errors", counts.crcErrors());
        json.writeNumberField("null_packets", counts.nullPackets());
        json.writeNumberField("scrambled_packets", counts.scrambledPackets());
        if (counts.encryptedSplices() > 0) {
            json.writeNumberField("encrypted_splices", counts.encryptedSplices());
        }
    }

    private static void network(JsonGenerator json, TsNetwork network) throws IOException {
        identifier(json, "transport_stream_id", network.transportStreamId());
        identifier(json, "original_network_id", network.originalNetworkId());
        identifier(json, "network_id", network.networkId());
        text(json, "network_name", network.networkName());
        systems(json, network.caSystemIds());
        if (network.utc() != null) {
            JsonLine.time(json, "stream_utc", network.utc());
        }
        if (network.t2mi()) {
            json.writeBooleanField("t2mi", true);
        }
    }

    private static void pids(JsonGenerator json, TsPid[] pids) throws IOException {
        json.writeArrayFieldStart("pids");
        for (TsPid pid : pids) {
            json.writeStartObject();
            json.writeNumberField("pid", pid.pid());
            json.writeNumberField("packets", pid.packets());
            json.writeNumberField("continuity_errors", pid.continuityErrors());
            json.writeNumberField("scrambled_packets", pid.scrambledPackets());
            JsonLine.number(json, "bitrate_bps", pid.bitrateBps(), WHOLE);
            json.writeStringField("role", pid.role().key());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void indicators(JsonGenerator json, TsIndicatorCount[] measured) throws IOException {
        Set<TsIndicator> others = EnumSet.allOf(TsIndicator.class);
        json.writeObjectFieldStart("tr101290");
        for (TsIndicatorCount indicator : measured) {
            json.writeNumberField(indicator.indicator().key(), indicator.count());
            others.remove(indicator.indicator());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("tr101290_not_measured");
        for (TsIndicator other : others) {
            json.writeString(other.key());
        }
        json.writeEndArray();
    }

    private static void pcrs(JsonGenerator json, TsPcr[] pcrs) throws IOException {
        json.writeArrayFieldStart("pcrs");
        for (TsPcr pcr : pcrs) {
            json.writeStartObject();
            json.writeNumberField("pid", pcr.pid());
            json.writeNumberField("count", pcr.count());
            JsonLine.number(json, "longest_interval_s", pcr.longestIntervalS(), MICROSECONDS);
            JsonLine.number(json, "accuracy_ns", pcr.accuracyNs(), TENTHS);
            JsonLine.number(json, "jitter_ns", pcr.jitterNs(), TENTHS);
            JsonLine.number(json, "offset_ppm", pcr.offsetPpm(), THOUSANDTHS);
            JsonLine.number(json, "drift_ppm_per_s", pcr.driftPpmPerS(), MICROSECONDS);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, String feed, TsService service) throws IOException {
        json.writeStringField("type", "service");
        json.writeStringField("feed", feed);
        service(json, service);
        JsonLine.number(json, "bitrate_bps", service.bitrateBps(), WHOLE);
    }

    /** A service in an interval. */
    static void write(JsonGenerator json, StreamReport report, StreamReport.Service told) throws IOException {
        interval(json, "service", report);
        service(json, told.record().service());
        JsonLine.number(json, "bitrate_bps", told.bitrateBps(), WHOLE);
    }

    private static void service(JsonGenerator json, TsService service) throws IOException {
        identifier(json, "transport_stream_id", service.transportStreamId());
        identifier(json, "original_network_id", service.originalNetworkId());
        json.writeNumberField("service_id", service.serviceId());
        text(json, "name", service.name());
        text(json, "provider", service.provider());
        identifier(json, "service_type", service.serviceType());
        identifier(json, "channel_number", service.channelNumber());
        json.writeBooleanField("scrambled", service.scrambled());
        json.writeBooleanField("free_ca_mode", service.freeCaMode());
        systems(json, service.caSystemIds());
        identifier(json, "pmt_pid", service.pmtPid());
        identifier(json, "pcr_pid", service.pcrPid());
        json.writeArrayFieldStart("components");
        for (TsComponent component : service.components()) {
            json.writeStartObject();
            json.writeNumberField("pid", component.pid());
            json.writeNumberField("stream_type", component.streamType());
            json.writeStringField("codec", component.codec().key());
            json.writeStringField("role", component.role().key());
            text(json, "language", component.language());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, SpliceRecord record) throws IOException {
        TsSplice splice = record.splice();
        json.writeStringField("type", "splice");
        json.writeStringField("feed", record.feed());
        JsonLine.time(json, "time", record.time());
        json.writeNumberField("pid", splice.pid());
        identifier(json, "service_id", record.serviceId());
        json.writeStringField("command", splice.command().key());
        if (splice.eventId() != TsService.UNKNOWN) {
            json.writeNumberField("event_id", splice.eventId());
        }
        if (splice.cancelled()) {
            json.writeBooleanField("cancelled", true);
        } else if (splice.command() == SpliceCommand.SPLICE_INSERT || splice.segmentationType() != TsService.UNKNOWN) {
            json.writeBooleanField("out_of_network", splice.outOfNetwork());
        }
        identifier(json, "segmentation_type_id", splice.segmentationType());
        if (splice.immediate()) {
            json.writeBooleanField("immediate", true);
        }
        JsonLine.number(json, "pts_time_s", splice.ptsTimeS(), MICROSECONDS);
        JsonLine.number(json, "duration_s", splice.durationS(), MICROSECONDS);
        if (splice.repeats()) {
            json.writeBooleanField("repeats", true);
        }
    }

    private static void systems(JsonGenerator json, int[] caSystemIds) throws IOException {
        if (caSystemIds.length > 0) {
            json.writeFieldName("ca_system_ids");
            json.writeArray(caSystemIds, 0, caSystemIds.length);
        }
    }

    private static void identifier(JsonGenerator json, String name, int value) throws IOException {
        if (value != TsService.UNKNOWN) {
            json.writeNumberField(name, value);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
