package io.bandwatch.ingest.inspect;

import io.bandwatch.dsp.ts.TsMeter;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which services a transport stream has, as its beginning tells. */
public final class ServiceSurvey {
    /** Two seconds of the fullest multiplex: each table comes within half a second. */
    private static final int LOOK_BYTES = 16 << 20;

    private static final int BLOCK_BYTES = 1 << 17;

    private ServiceSurvey() {}

    /**
     * The services to be decoded, each as a recording of its own, in the order of their numbers. What is scrambled cannot
     * be.
     *
     * @throws IOException if the file cannot be read
     */
    public static List<Recording> decoded(Recording stream, ServiceChoice choice) throws IOException {
        List<Recording> services = new ArrayList<>();
        Arrays.stream(beginning(stream).services())
                .filter(service -> choice.includes(service.serviceId()) && hasProgramme(service))
                .mapToInt(TsService::serviceId)
                .distinct()
                .sorted()
                .forEach(number -> services.add(stream.service(number, choice.depth())));
        return services;
    }

    private static boolean hasProgramme(TsService service) {
        return !service.scrambled()
                && Arrays.stream(service.components())
                        .map(TsComponent::role)
                        .anyMatch(role -> role == PidRole.VIDEO || role == PidRole.AUDIO);
    }

    private static TsObservation beginning(Recording stream) throws IOException {
        TsMeter meter = new TsMeter();
        byte[] block = new byte[BLOCK_BYTES];
        TsObservation last = meter.observe();
        try (RecordingBytes bytes = RecordingBytes.open(Path.of(stream.path()), stream.compression(), 0)) {
            int read = 0;
            for (int got = bytes.read(block, 0, BLOCK_BYTES);
                    got > 0 && read < LOOK_BYTES;
                    got = bytes.read(block, 0, BLOCK_BYTES)) {
                read += got;
                for (int from = 0; from < got; ) {
                    from += meter.accept(block, from, got - from);
                    if (meter.due()) {
                        last = meter.observe();
                    }
                }
            }
        }
        meter.end();
        return meter.due() ? meter.observe() : last.services().length > 0 ? last : meter.observe();
    }
}
