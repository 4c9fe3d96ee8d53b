"""What the receiving scripts share: opening a recording and picking one channel out of it."""
import tempfile

import numpy
from gnuradio import blocks, filter as gr_filter, gr
from gnuradio.filter import firdes

FORMATS = ("cu8", "cs16", "cf32")


def add_arguments(parser):
    parser.add_argument("recording", help="raw I/Q")
    parser.add_argument("--format", choices=FORMATS, default="cs16")
    parser.add_argument("--rate", type=float, required=True, help="samples/s")
    parser.add_argument("--offset-hz", type=float, required=True, help="the station's distance from the centre")


def samples(options):
    """The recording as complex numbers, full scale 1."""
    if options.format == "cf32":
        return numpy.fromfile(options.recording, dtype="<c8")
    if options.format == "cs16":
        pairs = numpy.fromfile(options.recording, dtype="<i2").astype(numpy.float32) / 32768.0
    else:
        pairs = (numpy.fromfile(options.recording, dtype=numpy.uint8).astype(numpy.float32) - 127.5) / 127.5
    return pairs.view(numpy.complex64)


def source(flow, options):
    """The recording as a GNU Radio source, through a file that lives as long as the flow."""
    flow.copy = tempfile.NamedTemporaryFile(suffix=".cf32")
    samples(options).tofile(flow.copy.name)
    return blocks.file_source(gr.sizeof_gr_complex, flow.copy.name, False)


def channel(options, rate):
    """A channel flat to 110 kHz and closed from 190 kHz, at `rate`, which divides the recording's."""
    decimation = round(options.rate / rate)
    if abs(decimation * rate - options.rate) > 1e-3:
        raise SystemExit("the rate of the recording is no multiple of %g" % rate)
    taps = firdes.low_pass_2(1.0, options.rate, 150e3, 80e3, 70.0)
    return gr_filter.freq_xlating_fir_filter_ccf(decimation, taps, options.offset_hz, options.rate)
