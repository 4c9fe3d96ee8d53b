package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.packet.SectionBytes;
import io.bandwatch.samples.ts.packet.TableIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import java.util.List;

/** The tables of the multiplex, a section each. */
final class SampleTables {
    static final int TRANSPORT_STREAM_ID = 0x0301;
    static final int NETWORK_ID = 0x3001;
    private static final int OTHER_STREAM_ID = 0x0302;
    private static final int OTHER_NETWORK_ID = 0x3002;
    private static final int BOUQUET_ID = 0x1001;
    private static final int RESERVED_PID = 0xE000;
    private static final int RESERVED_LENGTH = 0xF000;
    private static final Duration EVENT = Duration.ofHours(1);

    private final List<SampleService> services;
    private final Instant start;

    SampleTables(List<SampleService> services, Instant start) {
        this.services = services;
        this.start = start;
    }

    byte[] pat() {
        SectionBytes section = SectionBytes.extended(TableIds.PAT, TRANSPORT_STREAM_ID, 0, 0);
        section.u16(0).u16(RESERVED_PID | 0x10);
        services.forEach(service -> section.u16(service.serviceId()).u16(RESERVED_PID | service.pmtPid()));
        return section.withCrc();
    }

    byte[] pmt(SampleService service) {
        return SectionBytes.extended(TableIds.PMT, service.serviceId(), 0, 0)
                .u16(RESERVED_PID | service.videoPid())
                .u16(RESERVED_LENGTH)
                .u8(0x1B)
                .u16(RESERVED_PID | service.videoPid())
                .u16(RESERVED_LENGTH)
                .u8(0x03)
                .u16(RESERVED_PID | service.audioPid())
                .u16(RESERVED_LENGTH | 6)
                .descriptor(0x0A, new byte[] {'c', 'h', 'i', 0})
                .withCrc();
    }

    byte[] nit(boolean other) {
        byte[] name = SectionBytes.text(other ? "邻网" : "样本网");
        return SectionBytes.extended(
                        other ? TableIds.NIT_OTHER : TableIds.NIT, other ? OTHER_NETWORK_ID : NETWORK_ID, 0, 0)
                .u16(RESERVED_LENGTH | (name.length + 2))
                .descriptor(0x40, name)
                .u16(RESERVED_LENGTH | 6)
                .u16(other ? OTHER_STREAM_ID : TRANSPORT_STREAM_ID)
                .u16(NETWORK_ID)
                .u16(RESERVED_LENGTH)
                .withCrc();
    }

    byte[] sdt(boolean other) {
        SectionBytes section = SectionBytes.extended(
                        other ? TableIds.SDT_OTHER : TableIds.SDT, other ? OTHER_STREAM_ID : TRANSPORT_STREAM_ID, 0, 0)
                .u16(NETWORK_ID)
                .u8(0xFF);
        if (!other) {
            for (SampleService service : services) {
                byte[] provider = SectionBytes.countedText("样本");
                byte[] name = SectionBytes.countedText(service.name());
                // running, not scrambled
                section.u16(service.serviceId())
                        .u8(0xFF)
                        .u16(0x8000 | (provider.length + name.length + 3))
                        .u8(0x48)
                        .u8(provider.length + name.length + 1)
                        .u8(1)
                        .bytes(provider)
                        .bytes(name);
            }
        }
        return section.withCrc();
    }

    byte[] bat() {
        byte[] name = SectionBytes.text("样本包");
        return SectionBytes.extended(TableIds.BAT, BOUQUET_ID, 0, 0)
                .u16(RESERVED_LENGTH | (name.length + 2))
                .descriptor(0x47, name)
                .u16(RESERVED_LENGTH)
                .withCrc();
    }

    /** Present (0) or following (1). */
    byte[] eit(int serviceId, int number, boolean other) {
        return SectionBytes.extended(other ? TableIds.EIT_OTHER : TableIds.EIT, serviceId, number, 1)
                .u16(other ? OTHER_STREAM_ID : TRANSPORT_STREAM_ID)
                .u16(NETWORK_ID)
                .u8(1)
                .u8(other ? TableIds.EIT_OTHER : TableIds.EIT)
                .u16(100 + number)
                .bytes(time(start.plus(EVENT.multipliedBy(number))))
                .bytes(new byte[] {0x01, 0x00, 0x00})
                .u16(number == 0 ? 0x8000 : 0x2000)
                .withCrc();
    }

    byte[] tdt(long streamNs) {
        return SectionBytes.plain(TableIds.TDT)
                .bytes(time(start.plusNanos(streamNs)))
                .withoutCrc();
    }

    byte[] tot(long streamNs) {
        return SectionBytes.plain(TableIds.TOT)
                .bytes(time(start.plusNanos(streamNs)))
                .u16(RESERVED_LENGTH)
                .withCrc();
    }

    /** Modified Julian date and coded decimals (EN 300 468, annex C). */
    private static byte[] time(Instant at) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        int day = (int) utc.getLong(JulianFields.MODIFIED_JULIAN_DAY);
        return new byte[] {
            (byte) (day >> 8), (byte) day, coded(utc.getHour()), coded(utc.getMinute()), coded(utc.getSecond())
        };
    }

    private static byte coded(int value) {
        return (byte) (((value / 10) << 4) | (value % 10));
    }
}
