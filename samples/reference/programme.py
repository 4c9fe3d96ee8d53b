#!/usr/bin/python3
"""Makes a WAV file of a programme to modulate: two channels of pink noise in syllables, partly common, 48 kHz."""
import argparse
import wave

import numpy

RATE = 48_000


def pink(random, count):
    spectrum = numpy.fft.rfft(random.standard_normal(count))
    hz = numpy.fft.rfftfreq(count, 1.0 / RATE)
    return numpy.fft.irfft(spectrum * numpy.where((hz > 80.0) & (hz < 12e3), 1.0 / numpy.sqrt(hz + 1.0), 0.0), count)


def syllables(random, count):
    """A level that moves a few times a second, as speech does."""
    steps = random.uniform(0.2, 1.0, count * 5 // RATE + 2)
    return numpy.interp(numpy.arange(count) * 5.0 / RATE, numpy.arange(len(steps)), steps)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = numpy.random.default_rng(options.seed)
    count = int(options.seconds * RATE)
    common, own = pink(random, count) * syllables(random, count), 0.5 * pink(random, count) * syllables(random, count)
    sound = numpy.stack([common + own, common - own], axis=1)
    sound *= 0.9 / numpy.abs(sound).max()
    with wave.open(options.output, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(numpy.rint(32767.0 * sound).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
