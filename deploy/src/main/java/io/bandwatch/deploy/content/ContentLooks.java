package io.bandwatch.deploy.content;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RfObservation;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.VideoObservation;
import org.jspecify.annotations.Nullable;

/** Looks at carriers and services as far as they are about content. */
final class ContentLooks {
    private static final byte[] NOTHING_HEARD = {};
    private static final long[] NOTHING_SEEN = {};

    private ContentLooks() {}

    /**
     * What a carrier sounds like.
     *
     * @param licences tells which station it is, as schedules call it
     */
    static ContentLook of(AttestedLook attested, LicenceJudge licences) {
        Judgement judgement = judged(attested, licences);
        return of(attested, judgement == null ? null : judgement.station());
    }

    /**
     * What a carrier sounds like.
     *
     * @param licences tells which station is licensed to broadcast it
     */
    static ContentLook ofLicensed(AttestedLook attested, LicenceJudge licences) {
        Judgement judgement = judged(attested, licences);
        return of(attested, judgement == null ? null : judgement.licensedStation());
    }

    private static @Nullable Judgement judged(AttestedLook attested, LicenceJudge licences) {
        RfObservation look = attested.look();
        return look.reception() == null
                ? null
                : licences.judge(new Sighting(
                        look.frequencyHz(),
                        look.frequencyUncertaintyHz(),
                        look.snrDb(),
                        look.time(),
                        look.timeKnown()));
    }

    private static ContentLook of(AttestedLook attested, @Nullable String station) {
        RfObservation look = attested.look();
        FmReception reception = look.reception();
        return new ContentLook(
                Subject.carrier(look.feed(), look.channelHz(), look.slot()),
                Role.PERHAPS,
                look.kind(),
                look.time(),
                look.durationNs(),
                station,
                reception == null ? NOTHING_HEARD : reception.audio().printLevels(),
                NOTHING_SEEN,
                null);
    }

    /**
     * What a service or a media file sounds like.
     *
     * @param reference whether it is what should be on air
     */
    static ContentLook of(AvFrame frame, boolean reference) {
        AudioMeasurement sound = frame.mainSound();
        VideoObservation video = frame.video();
        return new ContentLook(
                Subject.service(frame.feed(), frame.serviceId()),
                reference ? Role.REFERENCE : Role.ON_AIR,
                frame.kind(),
                frame.time(),
                frame.durationNs(),
                frame.timeKnown() ? Integer.toString(frame.serviceId()) : null,
                sound == null ? NOTHING_HEARD : sound.printLevels(),
                video == null ? NOTHING_SEEN : video.prints(),
                null);
    }
}
