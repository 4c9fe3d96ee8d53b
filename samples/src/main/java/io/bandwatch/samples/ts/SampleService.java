package io.bandwatch.samples.ts;

/**
 * One service of the multiplex: a picture in H.264 and a sound in MPEG layer II.
 *
 * @param serviceId program_number
 * @param name its name
 * @param pmtPid where its PMT comes; picture and references one above, sound two above
 */
public record SampleService(int serviceId, String name, int pmtPid) {
    public int videoPid() {
        return pmtPid + 1;
    }

    public int audioPid() {
        return pmtPid + 2;
    }
}
