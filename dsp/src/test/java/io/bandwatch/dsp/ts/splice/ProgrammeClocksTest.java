package io.bandwatch.dsp.ts.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.SpliceCommand;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeClocksTest {
    private static final int PID = 500;
    private static final int CLOCK = 257;
    private static final long SECOND_NS = 1_000_000_000;
    private static final double TURN_S = (1L << 33) / 90_000.0;
    private static final List<TsService> SERVICES = List.of(new TsService(
            1,
            1,
            7,
            "Seven",
            null,
            1,
            TsService.UNKNOWN,
            false,
            false,
            256,
            CLOCK,
            new int[0],
            new TsComponent[] {new TsComponent(PID, 0x86, Codec.OTHER, PidRole.SCTE35, null)},
            1e6));

    private final ProgrammeClocks clocks = new ProgrammeClocks();

    @Test
    void aCommandIsAsFarOffAsItsTimeIsFromTheClock() {
        clocks.came(CLOCK, 27_000_000L * 100, 5 * SECOND_NS);

        assertThat(dated(5.5, 104).aheadS()).isCloseTo(3.5, within(1e-6));
        assertThat(dated(4.9, 104).aheadS()).as("the reference came after it").isCloseTo(4.1, within(1e-6));
        assertThat(dated(6, 100).aheadS()).as("it is late").isCloseTo(-1, within(1e-6));
    }

    @Test
    void theTurnOfTheClockIsNoDistance() {
        clocks.came(CLOCK, Math.round((TURN_S - 1) * 27_000_000), 5 * SECOND_NS);

        assertThat(dated(5, 2).aheadS()).isCloseTo(3, within(1e-4));
    }

    @Test
    void withoutItsClockNothingIsKnown() {
        clocks.came(CLOCK + 1, 27_000_000L * 100, 5 * SECOND_NS);

        assertThat(dated(5, 104).aheadS()).isNaN();
    }

    private TsSplice dated(double cameS, double ptsTimeS) {
        TsSplice splice = new TsSplice(
                Math.round(cameS * 1e9),
                PID,
                SpliceCommand.SPLICE_INSERT,
                1,
                false,
                true,
                false,
                TsService.UNKNOWN,
                ptsTimeS,
                Double.NaN,
                20,
                false);
        return clocks.dated(splice, SERVICES);
    }
}
