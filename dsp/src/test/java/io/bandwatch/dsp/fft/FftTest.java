package io.bandwatch.dsp.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FftTest {
    @Test
    void putsAToneIntoItsBin() {
        int size = 64;
        float[] data = new float[2 * size];
        for (int i = 0; i < size; i++) {
            data[2 * i] = (float) Math.cos(2 * Math.PI * 5 * i / size);
            data[2 * i + 1] = (float) Math.sin(2 * Math.PI * 5 * i / size);
        }
        new Fft(size).forward(data);
        for (int bin = 0; bin < size; bin++) {
            assertThat(Math.hypot(data[2 * bin], data[2 * bin + 1])).isCloseTo(bin == 5 ? size : 0, within(1e-4));
        }
    }

    @Test
    void addsNoThread() {
        int before = Thread.activeCount();
        new Fft(65_536).forward(new float[2 * 65_536]);
        assertThat(Thread.activeCount()).isEqualTo(before);
    }
}
