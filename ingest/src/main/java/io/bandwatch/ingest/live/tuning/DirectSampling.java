package io.bandwatch.ingest.live.tuning;

/** Whether the tuner is passed by, and on which input of the converter; the value is that of rtl_tcp's command 0x09. */
public enum DirectSampling {
    OFF(0),
    I_INPUT(1),
    Q_INPUT(2);

    private final int code;

    DirectSampling(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
