package io.bandwatch.samples.receiver;

/** What a receiver hears where it is tuned to: samples of eight bits, without an end. Not thread-safe. */
public interface ReceiverAir {
    /**
     * Tunes it. What is read from then on comes from there.
     *
     * @param centerHz where to, Hz
     */
    void tune(long centerHz);

    /**
     * The next samples, two bytes each.
     *
     * @param into at least twice as long as the count
     */
    void read(byte[] into, int count);
}
