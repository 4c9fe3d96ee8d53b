package io.bandwatch.signal.ts;

/** How a component is coded. */
public enum Codec {
    MPEG2VIDEO("mpeg2video"),
    H264("h264"),
    HEVC("hevc"),
    /** GB/T 20090.2 and its broadcast profile AVS+ (GB/T 20090.16). */
    AVS("avs"),
    /** GB/T 33475.2. */
    AVS2("avs2"),
    MP1("mp1"),
    MP2("mp2"),
    MP3("mp3"),
    AAC("aac"),
    AAC_LATM("aac_latm"),
    AC3("ac3"),
    EAC3("eac3"),
    DTS("dts"),
    /** GB/T 22726. */
    DRA("dra"),
    OPUS("opus"),
    OTHER("other");

    private final String key;

    Codec(String key) {
        this.key = key;
    }

    /** The word for it in records. */
    public String key() {
        return key;
    }
}
