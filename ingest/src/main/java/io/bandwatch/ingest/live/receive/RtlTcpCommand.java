package io.bandwatch.ingest.live.receive;

import java.nio.ByteBuffer;

/** What rtl_tcp takes from its client: one byte of command, four of parameter, big-endian (osmocom rtl-sdr, src/rtl_tcp.c). */
enum RtlTcpCommand {
    CENTER_HZ(0x01),
    SAMPLE_RATE_HZ(0x02),
    /** 1 for a gain that is set, 0 for the tuner's own. */
    GAIN_MODE(0x03),
    TENTHS_OF_DB(0x04),
    PPM(0x05),
    AGC(0x08),
    DIRECT_SAMPLING(0x09),
    OFFSET_TUNING(0x0a),
    BIAS_TEE(0x0e);

    private static final int BYTES = 5;

    private final int code;

    RtlTcpCommand(int code) {
        this.code = code;
    }

    /** The bytes of the command with a parameter, of which the lowest 32 bits are sent. */
    byte[] with(long parameter) {
        return ByteBuffer.allocate(BYTES)
                .put((byte) code)
                .putInt((int) parameter)
                .array();
    }
}
