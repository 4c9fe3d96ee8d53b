package io.bandwatch.detectors.rds.application;

import io.bandwatch.detectors.rds.sync.Group;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A DAB ensemble that carries the programme (ETSI EN 301 700, ensemble table).
 *
 * @param frequencyKhz centre of the ensemble, kHz
 * @param ensembleId EId
 */
public record DabEnsemble(int frequencyKhz, int ensembleId) {
    private static final int STEP_KHZ = 16;
    /** Centres of blocks 5A to 12A in kHz (EN 50248, table of frequency blocks); B, C and D follow 1712 kHz apart. */
    private static final int[] FIRST_OF_TELEVISION_CHANNEL = {
        174_928, 181_936, 188_928, 195_936, 202_928, 209_936, 216_928, 223_936
    };

    private static final int[] CHANNEL_13 = {230_784, 232_496, 234_208, 235_776, 237_488, 239_200};
    private static final int BLOCK_KHZ = 1_712;

    /** Takes a group of the application; null where it speaks of services instead. */
    static @Nullable DabEnsemble of(Group group) {
        boolean ofServices = (group.tail() & 0x10) != 0;
        int frequency = ((group.tail() & 3) << 16) | group.word(Group.C);
        return ofServices || frequency == 0 ? null : new DabEnsemble(STEP_KHZ * frequency, group.word(Group.D));
    }

    /** Name of the frequency block in band III, as 12B; null outside of it. */
    public @Nullable String block() {
        for (int n = 0; n < FIRST_OF_TELEVISION_CHANNEL.length; n++) {
            int beyond = frequencyKhz - FIRST_OF_TELEVISION_CHANNEL[n];
            if (beyond >= 0 && beyond <= 3 * BLOCK_KHZ && beyond % BLOCK_KHZ == 0) {
                return name(5 + n, beyond / BLOCK_KHZ);
            }
        }
        for (int n = 0; n < CHANNEL_13.length; n++) {
            if (CHANNEL_13[n] == frequencyKhz) {
                return name(13, n);
            }
        }
        return null;
    }

    private static String name(int channel, int block) {
        return String.format(Locale.ROOT, "%d%c", channel, 'A' + block);
    }
}
