#!/usr/bin/python3
"""Modulates a sound file as an FM station with stereo and RDS, by GNU Radio and gr-rds, into an I/Q recording.

Beside the recording stands a file OUTPUT.truth.json with what was transmitted: PI, PS, RadioText, carrier, and the
deviation counted over every sample of the multiplex before noise was added (peak: 99.99 % of samples).
"""
import argparse
import json
import math
import os
import tempfile

import numpy
import pmt  # noqa: F401  must be loaded before gr-rds
import rds
from gnuradio import analog, blocks, digital, filter as gr_filter, gr
from gnuradio.filter import firdes

RATE = 912_000  # 19 times 48 kHz, and 384 times the 2375 half bits of RDS in a second
AUDIO_RATE = 48_000
HALF_BITS_PER_S = 2375
NOISE_BANDWIDTH_HZ = 200e3


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wav", help="sound, 48 kHz, stereo")
    parser.add_argument("output", help="recording to write, complex 16-bit integers, %d samples/s" % RATE)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--centre-hz", type=float, default=98e6, help="tuning of the receiver (default 98 MHz)")
    parser.add_argument("--channel-hz", type=float, default=98.2e6, help="channel of the station")
    parser.add_argument("--offset-hz", type=float, default=0.0, help="error of the transmitter's frequency")
    parser.add_argument("--audio-deviation-hz", type=float, default=50e3, help="deviation of full scale in both channels")
    parser.add_argument("--pilot-deviation-hz", type=float, default=6750.0, help="0: mono")
    parser.add_argument("--rds-deviation-hz", type=float, default=2000.0)
    parser.add_argument("--pi", default="C201", help="four hexadecimal digits")
    parser.add_argument("--ps", default="STATION")
    parser.add_argument("--radiotext", default="")
    parser.add_argument("--pty", type=int, default=10)
    parser.add_argument("--cn-db", type=float, default=40.0, help="carrier over noise in 200 kHz")
    parser.add_argument("--seed", type=int, default=1, help="of the noise")
    return parser.parse_args()


def sound(flow, options):
    """Left and right, band-limited, pre-emphasised, at the rate of the multiplex."""
    source = blocks.wavfile_source(options.wav, True)
    taps = firdes.low_pass(RATE / AUDIO_RATE, RATE, 14e3, 2e3)
    channels = []
    for channel in range(2):
        up = gr_filter.interp_fir_filter_fff(RATE // AUDIO_RATE, taps)
        emphasis = analog.fm_preemph(fs=RATE, tau=50e-6)
        flow.connect((source, channel), up, emphasis)
        channels.append(emphasis)
    return channels


def tone(hz, amplitude):
    return analog.sig_source_f(RATE, analog.GR_SIN_WAVE, hz, amplitude)


def radio_data(flow, options):
    """Biphase symbols of the differentially encoded bits, shaped as IEC 62106 has it, on 57 kHz."""
    pi = int(options.pi, 16)
    encoder = rds.encoder(0, options.pty, True, options.ps, options.channel_hz, False, False,
                          pi >> 12, pi >> 8 & 15, pi & 255, options.radiotext)
    halves = digital.chunks_to_symbols_bf([-1.0, 1.0, 1.0, -1.0], 2)
    per_half = RATE // HALF_BITS_PER_S
    # the cosine of IEC 62106 is the root of a raised cosine of the half bits' rate with all of its roll-off
    taps = firdes.root_raised_cosine(1.0, RATE, HALF_BITS_PER_S, 1.0, 8 * per_half + 1)
    peak = max(taps)
    shaped = gr_filter.interp_fir_filter_fff(per_half, [tap / peak for tap in taps])
    product = blocks.multiply_ff()
    flow.connect(encoder, digital.diff_encoder_bb(2), halves, shaped, (product, 0))
    flow.connect(tone(57e3, options.rds_deviation_hz), (product, 1))
    return product


def multiplex(options, path):
    """Writes the deviation of every sample, Hz."""
    flow = gr.top_block()
    left, right = sound(flow, options)
    total = blocks.add_ff()
    half = options.audio_deviation_hz / 2.0
    if options.pilot_deviation_hz == 0.0:
        half *= 2.0
        right = left
    both = blocks.add_ff()
    sum_level = blocks.multiply_const_ff(half if options.pilot_deviation_hz else half / 2.0)
    flow.connect(left, (both, 0))
    flow.connect(right, (both, 1))
    flow.connect(both, sum_level, (total, 0))
    inputs = 1
    if options.pilot_deviation_hz:
        difference, difference_level, subcarrier = blocks.sub_ff(), blocks.multiply_const_ff(half), blocks.multiply_ff()
        flow.connect(left, (difference, 0))
        flow.connect(right, (difference, 1))
        flow.connect(difference, difference_level, (subcarrier, 0))
        flow.connect(tone(38e3, 1.0), (subcarrier, 1))
        flow.connect(subcarrier, (total, 1))
        flow.connect(tone(19e3, options.pilot_deviation_hz), (total, 2))
        inputs = 3
    flow.connect(radio_data(flow, options), (total, inputs))
    flow.connect(total, blocks.head(gr.sizeof_float, int(options.seconds * RATE)), blocks.file_sink(gr.sizeof_float, path))
    flow.run()


def modulated(options, deviation, path):
    """Writes the complex envelope, without noise."""
    flow = gr.top_block()
    shift = options.channel_hz - options.centre_hz + options.offset_hz
    flow.connect(
        blocks.file_source(gr.sizeof_float, deviation, False),
        blocks.add_const_ff(shift),
        analog.frequency_modulator_fc(2.0 * math.pi / RATE),
        blocks.file_sink(gr.sizeof_gr_complex, path))
    flow.run()


def noisy(options, clean, output):
    random = numpy.random.default_rng(options.seed)
    level = 0.25
    sigma = level * math.sqrt(RATE / NOISE_BANDWIDTH_HZ / 10.0 ** (options.cn_db / 10.0) / 2.0)
    envelope = numpy.memmap(clean, dtype=numpy.complex64, mode="r")
    with open(output, "wb") as out:
        for start in range(0, len(envelope), RATE):
            block = envelope[start:start + RATE]
            parts = level * numpy.stack([block.real, block.imag], axis=1)
            parts = parts + sigma * random.standard_normal(parts.shape)
            numpy.clip(numpy.rint(32767.0 * parts), -32768, 32767).astype("<i2").tofile(out)


def truth(options, deviation):
    hz = numpy.fromfile(deviation, dtype=numpy.float32).astype(numpy.float64)
    hz -= hz.mean()
    return {
        "frequency_hz": options.channel_hz + options.offset_hz,
        "channel_hz": options.channel_hz,
        "pi": options.pi.upper(),
        "ps": options.ps.rstrip(),
        "radiotext": options.radiotext.rstrip(),
        "pty": options.pty,
        "cn_db": options.cn_db,
        "pilot_deviation_hz": options.pilot_deviation_hz,
        "peak_deviation_hz": float(numpy.quantile(numpy.abs(hz), 0.9999)),
        "rms_deviation_hz": float(numpy.sqrt(numpy.mean(hz * hz))),
    }


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(options.output))) as folder:
        deviation, clean = os.path.join(folder, "deviation"), os.path.join(folder, "clean")
        multiplex(options, deviation)
        modulated(options, deviation, clean)
        noisy(options, clean, options.output)
        with open(options.output + ".truth.json", "w", encoding="utf-8") as out:
            json.dump(truth(options, deviation), out, indent=1)
            out.write("\n")


if __name__ == "__main__":
    main()
