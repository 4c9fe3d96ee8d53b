package io.bandwatch.detectors.ts.services;

import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import org.jspecify.annotations.Nullable;

/** Services for tests. */
final class Offered {
    static final int STREAM = 769;

    private Offered() {}

    static TsService service(int serviceId, @Nullable String name) {
        return service(STREAM, serviceId, name, false, Codec.H264);
    }

    static TsService service(
            int transportStreamId, int serviceId, @Nullable String name, boolean scrambled, Codec video) {
        TsComponent[] components = {
            new TsComponent(257, 0x1B, video, PidRole.VIDEO, null),
            new TsComponent(258, 0x03, Codec.MP2, PidRole.AUDIO, "chi")
        };
        return new TsService(
                transportStreamId,
                0x2001,
                serviceId,
                name,
                "provider",
                1,
                TsService.UNKNOWN,
                scrambled,
                scrambled,
                256,
                257,
                new int[0],
                components,
                1e6);
    }

    /** The same before its PMT has come. */
    static TsService withoutPmt(int serviceId, String name) {
        return new TsService(
                STREAM,
                0x2001,
                serviceId,
                name,
                null,
                1,
                -1,
                false,
                false,
                256,
                -1,
                new int[0],
                new TsComponent[0],
                Double.NaN);
    }
}
