package io.bandwatch.ingest.av.demux;

/**
 * The payload of a PES packet (ISO/IEC 13818-1, 2.4.3.6), as much of it as came.
 *
 * @param ptsTicks presentation time at 90 kHz, 33 bits; {@link #NONE} without one
 * @param dtsTicks decoding time, likewise; that of the presentation where none is sent
 * @param damaged packets are missing in it or before it
 * @param bytes the payload
 */
public record Unit(long ptsTicks, long dtsTicks, boolean damaged, byte[] bytes) {
    public static final long NONE = -1;
}
