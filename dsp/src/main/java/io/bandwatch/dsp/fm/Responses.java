package io.bandwatch.dsp.fm;

/** The responses that a receiver needs. */
final class Responses {
    /** All of a band, unchanged. */
    static final MultiplexSpectrum.Response FLAT = real(1.0);

    private Responses() {}

    private static MultiplexSpectrum.Response real(double gain) {
        return new MultiplexSpectrum.Response() {
            @Override
            public double re(double frequencyHz) {
                return gain;
            }

            @Override
            public double im(double frequencyHz) {
                return 0.0;
            }
        };
    }

    /** {@code 1 / (1 + i 2 pi f tau)}, the de-emphasis of ITU-R BS.450, phase and all. */
    static MultiplexSpectrum.Response deEmphasis(double timeConstantS) {
        return new MultiplexSpectrum.Response() {
            @Override
            public double re(double frequencyHz) {
                double turn = 2.0 * Math.PI * frequencyHz * timeConstantS;
                return 1.0 / (1.0 + turn * turn);
            }

            @Override
            public double im(double frequencyHz) {
                double turn = 2.0 * Math.PI * frequencyHz * timeConstantS;
                return -turn / (1.0 + turn * turn);
            }
        };
    }

    /** The data-shaping filter of IEC 62106, 5.1.4: {@code cos(pi f t_d / 4)} up to {@code 2 / t_d}. */
    static MultiplexSpectrum.Response dataShaping(double bitPeriodS) {
        return new MultiplexSpectrum.Response() {
            @Override
            public double re(double frequencyHz) {
                double place = Math.abs(frequencyHz) * bitPeriodS;
                return place >= 2.0 ? 0.0 : Math.cos(Math.PI * place / 4.0);
            }

            @Override
            public double im(double frequencyHz) {
                return 0.0;
            }
        };
    }
}
