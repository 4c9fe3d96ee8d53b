#!/usr/bin/python3
"""Decodes the RDS of one FM station of a recording by GNU Radio and gr-rds; prints PI, PS and RadioText as JSON.

A PS or a RadioText is told only if it was complete: gr-rds shows it as it grows, so the one shown most often counts.
"""
import argparse
import collections
import json
import math
import time

import pmt
import rds
from gnuradio import analog, digital, filter as gr_filter, gr
from gnuradio.filter import firdes

import receiving

BITS_PER_S = 1187.5
SAMPLES_PER_BIT = 16
PI, PS, RADIOTEXT = 0, 1, 4  # kinds of gr-rds' messages


class Listener(gr.basic_block):
    """Counts what gr-rds' parser says."""

    def __init__(self):
        gr.basic_block.__init__(self, name="listener", in_sig=None, out_sig=None)
        self.said = collections.defaultdict(collections.Counter)
        self.message_port_register_in(pmt.intern("in"))
        self.set_msg_handler(pmt.intern("in"), self.hear)

    def hear(self, message):
        kind = pmt.to_long(pmt.tuple_ref(message, 0))
        self.said[kind][pmt.symbol_to_string(pmt.tuple_ref(message, 1))] += 1

    def most(self, kind):
        return self.said[kind].most_common(1)[0][0].rstrip() if self.said[kind] else None


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    receiving.add_arguments(parser)
    parser.add_argument("--channel-rate", type=float, default=456e3,
                        help="rate to demodulate at; divides --rate, a multiple of 1 kHz")
    return parser.parse_args()


def biphase(rate):
    """Matched filter of one bit: the shape of a half bit, and its negative half a bit later."""
    half = SAMPLES_PER_BIT // 2
    shape = firdes.root_raised_cosine(1.0, rate, 2 * BITS_PER_S, 1.0, 8 * half + 1)
    late = [0.0] * half + list(shape)
    early = list(shape) + [0.0] * half
    return [a - b for a, b in zip(early, late)]


def listen(options):
    rate = options.channel_rate
    data_rate = SAMPLES_PER_BIT * BITS_PER_S
    flow = gr.top_block()
    listener = Listener()
    parser, decoder = rds.parser(False, False, 0), rds.decoder(False, False)
    decimation = max(d for d in range(1, 41) if round(rate) % d == 0 and rate / d >= data_rate)
    subcarrier = gr_filter.freq_xlating_fir_filter_fcf(
        decimation, firdes.low_pass_2(1.0, rate, 3.5e3, 2.5e3, 60.0), 57e3, rate)
    common = math.gcd(round(rate / decimation), round(data_rate))
    resampler = gr_filter.rational_resampler_ccf(
        round(data_rate) // common, round(rate / decimation) // common, [], 0.4)
    flow.connect(
        receiving.source(flow, options),
        receiving.channel(options, rate),
        analog.quadrature_demod_cf(rate / (2.0 * math.pi)),
        subcarrier,
        resampler,
        gr_filter.fir_filter_ccf(1, biphase(data_rate)),
        analog.feedforward_agc_cc(64 * SAMPLES_PER_BIT, 1.0),
        digital.symbol_sync_cc(digital.TED_ZERO_CROSSING, SAMPLES_PER_BIT, 0.01, 1.0, 1.0, 0.1, 1,
                               digital.constellation_bpsk().base(), digital.IR_MMSE_8TAP),
        digital.costas_loop_cc(0.03, 2),
        digital.constellation_decoder_cb(digital.constellation_bpsk().base()),
        digital.diff_decoder_bb(2),
        decoder)
    flow.msg_connect((decoder, "out"), (parser, "in"))
    flow.msg_connect((parser, "out"), (listener, "in"))
    flow.run()
    time.sleep(0.3)
    return listener


def main():
    listener = listen(arguments())
    print(json.dumps({
        "pi": listener.most(PI),
        "ps": listener.most(PS),
        "radiotext": listener.most(RADIOTEXT),
        "groups": sum(listener.said[PI].values()),
    }))


if __name__ == "__main__":
    main()
