#!/usr/bin/python3
"""Compares two sounds: prints, for left and right, delay and correlation after alignment to a fraction of a sample.

Each is a file of 32-bit floats, left and right by turns, both at one rate.
"""
import argparse
import json

import numpy


def channels(path):
    return numpy.fromfile(path, dtype="<f4").reshape(-1, 2).T.astype(numpy.float64)


def compare(one, other, edge):
    """Cuts the edges off, finds the delay in whole samples, then the fraction by the slope of the phase."""
    length = min(len(one), len(other)) - 2 * edge
    one, other = one[edge:edge + length], other[edge:edge + length]
    size = 1 << (2 * length - 1).bit_length()
    cross = numpy.conj(numpy.fft.rfft(one, size)) * numpy.fft.rfft(other, size)
    lag = int(numpy.argmax(numpy.fft.irfft(cross, size)))
    lag = lag if lag < size // 2 else lag - size
    if lag < 0:
        one = one[-lag:]
    else:
        other = other[lag:]
    length = min(len(one), len(other))
    one, other = numpy.fft.rfft(one[:length] - one.mean()), numpy.fft.rfft(other[:length] - other.mean())
    turn = numpy.arange(len(one)) * 2.0 * numpy.pi / length
    product = numpy.conj(one) * other
    weight = numpy.abs(product)
    fraction = -numpy.sum(weight * turn * numpy.angle(product)) / numpy.sum(weight * turn * turn)
    aligned = numpy.real(numpy.sum(product * numpy.exp(1j * turn * fraction)))
    return lag + fraction, aligned / numpy.sqrt(numpy.sum(numpy.abs(one) ** 2) * numpy.sum(numpy.abs(other) ** 2))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("one")
    parser.add_argument("other")
    parser.add_argument("--edge", type=int, default=21375, help="samples left out at begin and end")
    options = parser.parse_args()
    result = {}
    for side, one, other in zip(("left", "right"), channels(options.one), channels(options.other)):
        delay, correlation = compare(one, other, options.edge)
        result[side] = {"delay_samples": delay, "correlation": correlation}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
