package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.table.BroadcastTime;
import java.time.Instant;
import java.util.Optional;

/** The time that a stream tells: TDT and TOT (EN 300 468, 5.2.5 and 5.2.6), STT (ATSC A/65, 6.1). */
final class Clocks {
    private Optional<Instant> utc = Optional.empty();

    /** Takes a section of any table. */
    void accept(Section section) {
        switch (section.tableId()) {
            case TableId.TDT, TableId.TOT ->
                utc = BroadcastTime.utc(section, section.bodyStart()).or(() -> utc);
            case TableId.STT -> {
                if (section.extended()) {
                    long seconds = section.u32(section.bodyStart() + 1) & 0xFFFF_FFFFL;
                    utc = Optional.of(BroadcastTime.ofGps(seconds, section.u8(section.bodyStart() + 5)));
                }
            }
            default -> {}
        }
    }

    /** The latest. */
    Optional<Instant> utc() {
        return utc;
    }
}
