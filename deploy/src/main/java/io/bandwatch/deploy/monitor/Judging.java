package io.bandwatch.deploy.monitor;

import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.ProgrammeSettings;
import io.bandwatch.deploy.References;
import io.bandwatch.deploy.StreamSettings;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.content.PeerTopology;
import io.bandwatch.deploy.registers.EmergencyFolder;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.deploy.replay.ClipFolder;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.ts.services.ServiceRegister;
import io.bandwatch.detectors.ts.services.SiteProfile;
import io.bandwatch.detectors.video.ServiceProfiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the detectors of the live service are told, read from the files that the configuration names. */
final class Judging {
    private Judging() {}

    static JudgingSettings of(MonitorConfig config, PrintWriter err) throws IOException {
        MonitorConfig.Registers files = config.registers();
        ZoneId zone = config.timezone();
        LicenceRegister register = files.licences() == null ? null : RegisterFiles.licences(files.licences(), zone);
        ServiceRegister services = files.services() == null ? null : RegisterFiles.services(files.services());
        MaintenancePlan maintenance = files.maintenance() == null
                ? MaintenancePlan.NONE
                : RegisterFiles.maintenance(files.maintenance(), zone);
        InsertionSchedule scheduled = files.insertions() == null
                ? InsertionSchedule.NONE
                : RegisterFiles.insertions(files.insertions(), zone);
        if (files.emergencies() != null) {
            scheduled = scheduled.and(EmergencyFolder.read(files.emergencies(), register, err));
        }
        ClipFolder clips = files.clips() == null ? ClipFolder.NONE : ClipFolder.read(files.clips(), err);
        // rows of the services register name their site; where there are several, a row of any of them explains a
        // service
        String site = config.sites().size() == 1 ? config.sites().get(0).name() : null;
        ServiceProfiles profiles =
                ServiceProfiles.of(services == null ? Map.of() : services.profiles(site), maintenance);
        return JudgingSettings.of(register, maintenance, zone)
                .withDetectors(
                        config.detectors().unlicensed(), config.detectors().lost())
                .withStreams(StreamSettings.of(services, site, SiteProfile.BROADCAST))
                .withProgrammes(ProgrammeSettings.of(profiles))
                .withReferences(references(config, register, services), scheduled)
                .withClips(clips.library());
    }

    /** @throws UnusableInputException where no register has the programme, since it would be compared with nothing */
    private static References references(
            MonitorConfig config, @Nullable LicenceRegister register, @Nullable ServiceRegister services) {
        Map<String, String> programmes = config.references();
        Set<String> known =
                PeerTopology.carried(register, services == null ? List.of() : services.entries(), programmes);
        programmes.forEach((feed, programme) -> {
            if (!known.contains(programme)) {
                throw new UnusableInputException(List.of("probe '" + feed + "' is the reference of '" + programme
                        + "', which no station and no number of a service has in a register; they have "
                        + (known.isEmpty() ? "none" : String.join(", ", known))
                        + " (a number with several programmes, or without one in a row, is not known by it)"));
            }
        });
        return new References(null, programmes);
    }
}
