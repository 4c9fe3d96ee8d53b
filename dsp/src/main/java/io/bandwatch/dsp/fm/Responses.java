package io.bandwatch.dsp.fm;

import java.util.function.DoubleUnaryOperator;

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

    /** {@code 1 / (1 + i 2 pi f tau)}, the de-emphasis of ITU-R BS.450, phase and all; none where the time constant is 0. */
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

    /** A response with a gain on top, which knows no phase. */
    static MultiplexSpectrum.Response weighted(MultiplexSpectrum.Response response, DoubleUnaryOperator gain) {
        return new MultiplexSpectrum.Response() {
            @Override
            public double re(double frequencyHz) {
                return gain.applyAsDouble(frequencyHz) * response.re(frequencyHz);
            }

            @Override
            public double im(double frequencyHz) {
                return gain.applyAsDouble(frequencyHz) * response.im(frequencyHz);
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
