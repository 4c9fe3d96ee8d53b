package io.bandwatch.dsp.synth.fm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RdsTest {
    /** The parity check matrix of EN 50067:1998, annex B, figure B.1 (page 75), one row for each bit of a block. */
    private static final int[] PARITY = {
        0b1000000000, 0b0100000000, 0b0010000000, 0b0001000000, 0b0000100000, 0b0000010000, 0b0000001000,
        0b0000000100, 0b0000000010, 0b0000000001, 0b1011011100, 0b0101101110, 0b0010110111, 0b1010000111,
        0b1110011111, 0b1100010011, 0b1101010101, 0b1101110110, 0b0110111011, 0b1000000001, 0b1111011100,
        0b0111101110, 0b0011110111, 0b1010100111, 0b1110001111, 0b1100011011
    };
    /** Syndromes of blocks A, B, C and D without error: EN 50067:1998, table B.1 (page 75). */
    private static final List<Integer> SYNDROMES = List.of(0b1111011000, 0b1111010100, 0b1001011100, 0b1001011000);

    private static final RdsProgramme CITY =
            new RdsProgramme(0xC201, "CITY 971", "Licensed test station one", 10, true);

    @Test
    void everyBlockHasTheSyndromeOfItsPlace() {
        RdsBits bits = new RdsBits(CITY);
        for (int group = 0; group < 60; group++) {
            for (int block = 0; block < 4; block++) {
                assertThat(syndrome(nextBlock(bits))).isEqualTo(SYNDROMES.get(block));
            }
        }
    }

    @Test
    void nameAndTextComeBackFromTheWaveformOnItsSubcarrier() {
        List<int[]> groups = receive(60);
        StringBuilder name = new StringBuilder("        ");
        char[] text = new char[28];
        for (int[] words : groups) {
            assertThat(words[0]).isEqualTo(0xC201);
            assertThat(words[1] >> 5 & 31).isEqualTo(10);
            int segment = words[1] & 3;
            if (words[1] >> 12 == 0) {
                name.replace(2 * segment, 2 * segment + 2, "" + (char) (words[3] >> 8) + (char) (words[3] & 255));
                // EN 50067, 3.2.1.5: the stereo bit of the decoder identification goes with segment 3
                assertThat(words[1] >> 2 & 1).isEqualTo(segment == 3 ? 1 : 0);
            } else {
                int at = 4 * (words[1] & 15);
                text[at] = (char) (words[2] >> 8);
                text[at + 1] = (char) (words[2] & 255);
                text[at + 2] = (char) (words[3] >> 8);
                text[at + 3] = (char) (words[3] & 255);
            }
        }
        assertThat(name.toString()).isEqualTo("CITY 971");
        assertThat(new String(text)).isEqualTo("Licensed test station one\r  ");
    }

    @Test
    void waveformStaysBelowItsSubcarriersDeviationAndInItsBand() {
        RdsWaveform waveform = new RdsWaveform(new RdsBits(CITY));
        int perBit = 64;
        double[] x = new double[perBit * 512];
        double peak = 0.0;
        for (int i = 0; i < x.length; i++) {
            x[i] = waveform.at((double) i / perBit);
            peak = Math.max(peak, Math.abs(x[i]));
        }
        assertThat(peak).isBetween(0.9, 1.6);
        // IEC 62106-1: nothing beyond 2/T = 2375 Hz; the cut to four bits leaves a little
        assertThat(power(x, 0.5, 2.0, perBit) / power(x, 2.6, 6.0, perBit)).isGreaterThan(1e4);
    }

    @Test
    void refusesWhatRdsCannotSay() {
        assertThatThrownBy(() -> new RdsProgramme(0x10000, "A", "", 0, false)).hasMessageContaining("piCode");
        assertThatThrownBy(() -> new RdsProgramme(1, "NINE CHAR", "", 0, false)).hasMessageContaining("8 characters");
        assertThatThrownBy(() -> new RdsProgramme(1, "城市", "", 0, false)).hasMessageContaining("ASCII");
    }

    private static double power(double[] x, double fromPerBit, double toPerBit, int perBit) {
        double sum = 0.0;
        for (double f = fromPerBit; f < toPerBit; f += 1.0 / 64) {
            double a = 0.0;
            double b = 0.0;
            for (int i = 0; i < x.length; i++) {
                double window = 0.5 - 0.5 * Math.cos(2.0 * Math.PI * i / x.length);
                a += window * x[i] * Math.cos(2.0 * Math.PI * f * i / perBit);
                b += window * x[i] * Math.sin(2.0 * Math.PI * f * i / perBit);
            }
            sum += a * a + b * b;
        }
        return sum;
    }

    /** A plain receiver: 57 kHz times the multiplex, first half of each bit less the second, difference of neighbours. */
    private static List<int[]> receive(int count) {
        double rateHz = 480_000.0;
        AudioStream silence = (left, right, n) -> {
            Arrays.fill(left, 0, n, 0f);
            Arrays.fill(right, 0, n, 0f);
        };
        int bits = 104 * count + 10;
        float[] mpx = new float[(int) (bits * rateHz / 1187.5)];
        BroadcastMultiplex.of(MultiplexSettings.STEREO.withRds(CITY), silence)
                .open(rateHz)
                .read(mpx, mpx.length);
        double[] soft = new double[bits];
        for (int i = 0; i < mpx.length; i++) {
            // symbols stand two bits after they were asked for, the middle at the whole bit
            double timeBits = i * 1187.5 / rateHz - 1.5;
            if (timeBits >= 0 && timeBits < bits) {
                double half = timeBits - Math.floor(timeBits) < 0.5 ? 1.0 : -1.0;
                soft[(int) timeBits] += half * mpx[i] * Math.sin(2.0 * Math.PI * 57_000.0 * i / rateHz);
            }
        }
        List<Integer> data = new ArrayList<>();
        for (int b = 1; b < bits; b++) {
            data.add(soft[b] * soft[b - 1] < 0 ? 1 : 0);
        }
        return groups(data, count - 1);
    }

    private static List<int[]> groups(List<Integer> data, int count) {
        for (int start = 0; start < 104; start++) {
            List<int[]> groups = new ArrayList<>();
            for (int g = 0; g < count && groups.size() == g; g++) {
                int[] words = new int[4];
                boolean good = true;
                for (int b = 0; b < 4; b++) {
                    int block = 0;
                    for (int k = 0; k < 26; k++) {
                        block = block << 1 | data.get(start + 104 * g + 26 * b + k);
                    }
                    good &= syndrome(block) == SYNDROMES.get(b);
                    words[b] = block >> 10;
                }
                if (good) {
                    groups.add(words);
                }
            }
            if (groups.size() == count) {
                return groups;
            }
        }
        throw new AssertionError("no start gives " + count + " groups without error");
    }

    private static int nextBlock(RdsBits bits) {
        int block = 0;
        for (int i = 0; i < 26; i++) {
            block = block << 1 | bits.next();
        }
        return block;
    }

    private static int syndrome(int block) {
        int syndrome = 0;
        for (int i = 0; i < 26; i++) {
            if ((block >> (25 - i) & 1) == 1) {
                syndrome ^= PARITY[i];
            }
        }
        return syndrome;
    }
}
