package io.bandwatch.deploy.cli.demo;

import io.bandwatch.deploy.replay.ReplayRequest;
import io.bandwatch.deploy.replay.ResultFormat;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.samples.RenderedScenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the demo asks to be replayed: each bundled scene, at a site of its own. */
final class DemoRequests {
    private final DemoScenes scenes;
    private final String storeUrl;
    private final Locale locale;

    /** @param storeUrl address of the store that series go to */
    DemoRequests(DemoScenes scenes, String storeUrl, Locale locale) {
        this.scenes = scenes;
        this.storeUrl = storeUrl;
        this.locale = locale;
    }

    /** A scene of a band. */
    ReplayRequest band(String name) {
        RenderedScenario scene = scenes.scene(name);
        return request(
                name,
                scene.recordings().get(0),
                ServiceChoice.NONE,
                new ReplayRequest.Registers(scene.licences(), null, scene.maintenance(), scenes.site(name), null),
                null);
    }

    /** The scene of pictures and sound; none where FFmpeg is missing. */
    Optional<ReplayRequest> television(Path evidence) {
        String name = DemoScenes.television();
        return scenes.televisionRecording()
                .map(recording -> request(
                        name,
                        recording,
                        ServiceChoice.parse("all"),
                        new ReplayRequest.Registers(null, null, null, scenes.site(name), null),
                        evidence));
    }

    private ReplayRequest request(
            String name,
            Path recording,
            ServiceChoice services,
            ReplayRequest.Registers registers,
            @Nullable Path evidence) {
        return new ReplayRequest(
                List.of(new FeedSpec(name, recording.toString())),
                RecordingOptions.NONE,
                services,
                registers,
                new ReplayRequest.Result(ResultFormat.TABLE, null, null, null, locale),
                new StoreChoice(StoreChoice.Kind.SERVER, storeUrl, StoreChoice.DEFAULT_DATABASE),
                null,
                evidence);
    }
}
