package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.HashMap;
import java.util.Map;

/**
 * Indicator 3.6.c: where a service has one section of its present and following events it has both. A section that comes a
 * third time while the other has not come shows that the other is not sent; it counts once until the other comes. Where both were away for longer than they may, which another
 * indicator counts, it begins anew.
 */
final class PresentFollowing {
    private static final int EIT_PID = 0x12;
    private static final int MOST_ALONE = 3;
    private static final int MOST_SERVICES = 4096;

    private final IndicatorBook book;
    private final TsLimits limits;
    private final Map<Long, Alone> aloneBySubTable = new HashMap<>();

    /** Sections of either number since the last of the other. */
    private static final class Alone {
        private final int[] times = new int[2];
        private long lastNs;
    }

    PresentFollowing(IndicatorBook book, TsLimits limits) {
        this.book = book;
        this.limits = limits;
    }

    void section(Section section, long nowNs) {
        int tableId = section.tableId();
        int number = section.number();
        if ((tableId != TableId.EIT_PF_ACTUAL && tableId != TableId.EIT_PF_OTHER) || number > 1) {
            return;
        }
        // service_id, transport_stream_id and original_network_id name the sub-table (EN 300 468, 5.2.4).
        long key = (long) tableId << 48 | (long) section.extension() << 32 | (section.u32(8) & 0xFFFF_FFFFL);
        Alone alone = aloneBySubTable.get(key);
        if (alone == null) {
            if (aloneBySubTable.size() >= MOST_SERVICES) {
                return;
            }
            alone = new Alone();
            aloneBySubTable.put(key, alone);
        }
        double awayS = (nowNs - alone.lastNs) * 1e-9;
        boolean told = alone.times[number] >= MOST_ALONE;
        if (!told && awayS > (tableId == TableId.EIT_PF_ACTUAL ? limits.eitActualS() : limits.eitOtherS())) {
            alone.times[number] = 0;
        }
        alone.lastNs = nowNs;
        alone.times[1 - number] = 0;
        if (++alone.times[number] == MOST_ALONE) {
            book.count(TsIndicator.EIT_PF_ERROR, nowNs, EIT_PID);
        }
    }
}
