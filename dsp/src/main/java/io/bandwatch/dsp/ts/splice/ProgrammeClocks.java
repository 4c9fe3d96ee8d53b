package io.bandwatch.dsp.ts.splice;

import io.bandwatch.dsp.ts.clock.Ticks;
import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.util.Arrays;
import java.util.List;

/**
 * The clocks of the programmes of a stream, by which their splice commands are dated: a command counts as the time stamps of
 * its programme do (SCTE 35, 9.9.1), and only the programme's clock says how far off that is. Not thread-safe.
 */
public final class ProgrammeClocks {
    private static final int NONE = -1;

    private final long[] ticks = new long[PacketCounter.PIDS];
    private final long[] cameNs = new long[PacketCounter.PIDS];

    public ProgrammeClocks() {
        Arrays.fill(cameNs, NONE);
    }

    /** A clock reference came. */
    public void came(int pid, long reference, long timeNs) {
        ticks[pid] = reference;
        cameNs[pid] = timeNs;
    }

    /** The same commands, each dated. */
    public TsSplice[] dated(List<TsSplice> splices, Iterable<TsService> services) {
        return splices.stream().map(splice -> dated(splice, services)).toArray(TsSplice[]::new);
    }

    /**
     * The same command, with how far off it is by the clock of the first programme that names its PID, where that is known. The
     * reference may have come after the command.
     */
    TsSplice dated(TsSplice splice, Iterable<TsService> services) {
        if (Double.isNaN(splice.ptsTimeS()) || splice.immediate()) {
            return splice;
        }
        for (TsService service : services) {
            int clock = names(service, splice.pid()) ? service.pcrPid() : NONE;
            if (clock >= 0 && clock < PacketCounter.NULL_PID && cameNs[clock] >= 0) {
                long then = Math.floorMod(ticks[clock] + Ticks.ofNs(splice.timeNs() - cameNs[clock]), Ticks.TURN);
                long moment = Math.round(splice.ptsTimeS() * Ticks.PER_SECOND);
                return splice.ahead((double) Ticks.between(then, moment) / Ticks.PER_SECOND);
            }
        }
        return splice;
    }

    private static boolean names(TsService service, int pid) {
        for (TsComponent component : service.components()) {
            if (component.pid() == pid) {
                return true;
            }
        }
        return false;
    }
}
