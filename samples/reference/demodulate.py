#!/usr/bin/python3
"""Receives one FM station of a recording by GNU Radio: prints its deviation as JSON, writes its sound.

The deviation is that of the discriminator's output behind a low-pass of 65 kHz (peak: 99.99 % of samples). The sound is
left and right by turns, 32-bit floats, de-emphasised with 50 us; 1.0 is 75 kHz of deviation.
"""
import argparse
import fractions
import json
import math
import tempfile

import numpy
from gnuradio import analog, blocks, filter as gr_filter, gr
from gnuradio.filter import firdes

import receiving

FULL_SCALE_HZ = 75e3
SETTLING_S = 0.3


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    receiving.add_arguments(parser)
    parser.add_argument("--channel-rate", type=float, default=456e3, help="rate to demodulate at; divides --rate")
    parser.add_argument("--sound", help="where the sound goes")
    parser.add_argument("--sound-rate", type=float, default=42.75e3, help="its rate")
    return parser.parse_args()


def discriminate(options, path):
    flow = gr.top_block()
    rate = options.channel_rate
    flow.connect(
        receiving.source(flow, options),
        receiving.channel(options, rate),
        analog.quadrature_demod_cf(rate / (2.0 * math.pi)),
        blocks.file_sink(gr.sizeof_float, path))
    flow.run()


def deviation(options, path):
    rate = options.channel_rate
    flow = gr.top_block()
    band = blocks.vector_sink_f()
    flow.connect(
        blocks.file_source(gr.sizeof_float, path, False),
        gr_filter.fir_filter_fff(1, firdes.low_pass_2(1.0, rate, 66e3, 6e3, 60.0)),
        band)
    flow.run()
    hz = numpy.array(band.data(), dtype=numpy.float64)[round(SETTLING_S * rate):]
    mean = float(hz.mean())
    hz -= mean
    return {
        "offset_hz": options.offset_hz + mean,
        "peak_deviation_hz": float(numpy.quantile(numpy.abs(hz), 0.9999)),
        "rms_deviation_hz": float(numpy.sqrt(numpy.mean(hz * hz))),
        "mean_hz": mean,
    }


def sound(options, path, mean_hz):
    """Sum and difference by a phase-locked loop on the pilot, then left and right."""
    rate = options.channel_rate
    flow = gr.top_block()
    multiplex = blocks.add_const_ff(-mean_hz)
    flow.connect(blocks.file_source(gr.sizeof_float, path, False), multiplex)
    pilot_taps = firdes.complex_band_pass(1.0, rate, 18.5e3, 19.5e3, 1e3)
    pilot = gr_filter.fir_filter_fcc(1, pilot_taps)
    loop = analog.pll_refout_cc(0.002, 2 * math.pi * 19.02e3 / rate, 2 * math.pi * 18.98e3 / rate)
    # the reference comes late by the filter's delay; so must what it is multiplied with
    late = blocks.delay(gr.sizeof_float, (len(pilot_taps) - 1) // 2)
    square, doubled, product = blocks.multiply_cc(), blocks.complex_to_imag(), blocks.multiply_ff()
    flow.connect(multiplex, pilot, loop)
    flow.connect(loop, (square, 0))
    flow.connect(loop, (square, 1))
    flow.connect(square, doubled, (product, 1))
    flow.connect(multiplex, late, (product, 0))
    # sin(wt) is analytically -j exp(jwt); of its square, -exp(2jwt), sin(2wt) is minus the imaginary part
    sums = [audio(flow, late, options, 1.0), audio(flow, product, options, -2.0)]
    left, right = blocks.add_ff(), blocks.sub_ff()
    for side in (left, right):
        flow.connect(sums[0], (side, 0))
        flow.connect(sums[1], (side, 1))
    turns = blocks.interleave(gr.sizeof_float)
    flow.connect(left, (turns, 0))
    flow.connect(right, (turns, 1))
    flow.connect(turns, blocks.file_sink(gr.sizeof_float, options.sound))
    flow.run()


def audio(flow, source, options, gain):
    """De-emphasised, low-passed, at the rate of the sound."""
    emphasis = analog.fm_deemph(options.channel_rate, 50e-6)
    ratio = fractions.Fraction(options.sound_rate / options.channel_rate).limit_denominator(1000)
    between_hz = options.channel_rate * ratio.numerator
    taps = firdes.low_pass_2(gain * ratio.numerator / FULL_SCALE_HZ, between_hz, 16.5e3, 3e3, 60.0)
    low_pass = gr_filter.rational_resampler_fff(ratio.numerator, ratio.denominator, taps)
    flow.connect(source, emphasis, low_pass)
    return low_pass


def main():
    options = arguments()
    with tempfile.NamedTemporaryFile(suffix=".f32") as multiplex:
        discriminate(options, multiplex.name)
        result = deviation(options, multiplex.name)
        if options.sound:
            sound(options, multiplex.name, result["mean_hz"])
    del result["mean_hz"]
    print(json.dumps(result))


if __name__ == "__main__":
    main()
