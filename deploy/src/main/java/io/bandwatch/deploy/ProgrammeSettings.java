package io.bandwatch.deploy;

import io.bandwatch.detectors.video.PictureSettings;
import io.bandwatch.detectors.video.ServiceProfiles;
import io.bandwatch.detectors.video.ServiceSoundSettings;

/**
 * What the detectors of pictures and sound of services are told beforehand.
 *
 * @param pictures knobs of the detector of faults of pictures
 * @param sound knobs of the detector of faults of the sound
 * @param profiles what is usual for services
 */
public record ProgrammeSettings(PictureSettings pictures, ServiceSoundSettings sound, ServiceProfiles profiles) {
    /** The defaults. */
    public static ProgrammeSettings of(ServiceProfiles profiles) {
        return new ProgrammeSettings(PictureSettings.DEFAULT, ServiceSoundSettings.DEFAULT, profiles);
    }
}
