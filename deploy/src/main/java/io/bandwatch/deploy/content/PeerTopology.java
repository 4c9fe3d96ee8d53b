package io.bandwatch.deploy.content;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.FirstTold;
import io.bandwatch.detectors.condition.FirstToldState;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.ledger.Studios;
import io.bandwatch.detectors.content.peers.PeerDetector;
import io.bandwatch.detectors.content.peers.PeerLook;
import io.bandwatch.detectors.content.peers.PeerState;
import io.bandwatch.detectors.content.reference.ProgrammeReferenceDetector;
import io.bandwatch.detectors.content.reference.ReferenceDetector;
import io.bandwatch.detectors.content.reference.ReferenceState;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.flink.InOrderOfTime;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.ts.services.ServiceEntry;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.av.AvFrame;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** The part of the main job that compares a programme in all places that should carry it, with each other and with its reference. */
public final class PeerTopology {
    /** As for any content that should not be there: 3 s to warn, 6 s to alarm. */
    private static final ConditionTimes TIMES = ConditionTimes.ofSeconds(3, 6, 3);

    /** What others tell as well: a reference, or a station that took another's frequency. */
    private static final Set<IncidentKind> TOLD_BY_OTHERS =
            EnumSet.of(IncidentKind.INSERTED_CONTENT, IncidentKind.PROGRAMME_MISMATCH);

    private final SharedProgrammes programmes;
    private final LicenceJudge licences;
    private final InsertionSchedule schedule;

    /**
     * @param register of FM stations, or null
     * @param licences tells which station a carrier is
     * @param services tells what the register of services says
     * @param schedule what may be on air instead
     * @param references by feed the programme that it has as it should be on air
     */
    public PeerTopology(
            @Nullable LicenceRegister register,
            LicenceJudge licences,
            ServiceJudge services,
            InsertionSchedule schedule,
            Map<String, String> references) {
        this.programmes = new SharedProgrammes(register, services.entries(), references);
        this.licences = licences;
        this.schedule = schedule;
    }

    /**
     * Whether pictures are compared, so that prints of them are needed: where services have programmes.
     *
     * @param services tells what the register of services says
     */
    public static boolean comparesPictures(ServiceJudge services) {
        return new SharedProgrammes(null, services.entries(), Map.of()).any();
    }

    /**
     * Programmes that are known where they are received.
     *
     * @param register of FM stations, or null
     * @param services rows of the register of services
     * @param references by feed the programme that it has as it should be on air
     */
    public static Set<String> carried(
            @Nullable LicenceRegister register, List<ServiceEntry> services, Map<String, String> references) {
        return new SharedProgrammes(register, services, references).carried();
    }

    /** Whether registers know of any programme in more than one place. */
    public boolean any() {
        return programmes.any();
    }

    /**
     * Where the programmes of references are due.
     *
     * @param ofAll feed that all services are held against, or null
     */
    public Studios studios(@Nullable String ofAll) {
        SharedProgrammes shared = programmes;
        return (studio, place, station) ->
                studio.equals(ofAll) ? place.isService() : shared.comesFrom(studio, place, station);
    }

    /**
     * All findings, those of who differs among them.
     *
     * @param others what others tell
     * @param breaks what streams announce
     */
    public DataStream<Finding> with(
            DataStream<Finding> others,
            DataStream<AttestedLook> carriers,
            DataStream<AvFrame> services,
            DataStream<AuthorisedInsertion> breaks) {
        DataStream<Finding> twice = others.filter(finding -> TOLD_BY_OTHERS.contains(finding.kind()))
                .name("told-by-others")
                .uid("told-by-others")
                .union(findings(carriers, services, breaks));
        return others.filter(finding -> !TOLD_BY_OTHERS.contains(finding.kind()))
                .name("told-once")
                .uid("told-once")
                .union(firstTold(twice));
    }

    private DataStream<Finding> findings(
            DataStream<AttestedLook> carriers, DataStream<AvFrame> services, DataStream<AuthorisedInsertion> breaks) {
        SharedProgrammes shared = programmes;
        LicenceJudge judge = licences;
        DataStream<PeerLook> stations = carriers.<PeerLook>flatMap(
                        (attested, out) -> {
                            ContentLook look = ContentLooks.of(attested, judge);
                            String programme = shared.ofStation(look.station());
                            if (programme != null) {
                                out.collect(new PeerLook(programme, look));
                            } else if (attested.isLast()) {
                                // what is no longer there has no frequency any more
                                shared.at(attested.look().channelHz())
                                        .forEach(name -> out.collect(new PeerLook(name, look)));
                            }
                        },
                        TypeInformation.of(PeerLook.class))
                .name("station-programmes")
                .uid("station-programmes");
        DataStream<PeerLook> numbered = services.<PeerLook>flatMap(
                        (frame, out) -> {
                            String due = shared.ofReference(frame.feed());
                            String programme = due == null ? shared.ofService(frame.serviceId()) : due;
                            if (programme != null) {
                                out.collect(new PeerLook(programme, ContentLooks.of(frame, due != null)));
                            }
                        },
                        TypeInformation.of(PeerLook.class))
                .name("service-programmes")
                .uid("service-programmes");
        DataStream<PeerLook> allowed = breaks.<PeerLook>flatMap(
                        (insertion, out) -> {
                            String due = shared.ofReference(insertion.subject().feed());
                            String programme = due == null
                                    ? shared.ofService(insertion.subject().serviceId())
                                    : due;
                            if (programme != null) {
                                out.collect(new PeerLook(
                                        programme,
                                        due == null ? ContentLook.of(insertion) : ContentLook.announced(insertion)));
                            }
                        },
                        TypeInformation.of(PeerLook.class))
                .name("allowed-programmes")
                .uid("allowed-programmes");
        return stations.union(numbered, allowed)
                .keyBy(PeerLook::programme, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, PeerLook>(PeerLook.class, PeerLook::time, PeerLook::order),
                        TypeInformation.of(PeerLook.class))
                .name("peers-in-order")
                .uid("peers-in-order")
                .keyBy(PeerLook::programme, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, PeerLook, Finding>(PeerLook::time, look -> false)
                                .with(
                                        "peers",
                                        new PeerDetector(
                                                TIMES, schedule, licences.registerVersion(), shared.referenced()),
                                        PeerState.class)
                                .with(
                                        "references",
                                        new ProgrammeReferenceDetector(
                                                new ReferenceDetector(TIMES, schedule), shared.referenced()),
                                        ReferenceState.class),
                        TypeInformation.of(Finding.class))
                .name("peers")
                .uid("peers");
    }

    private static DataStream<Finding> firstTold(DataStream<Finding> findings) {
        return findings.keyBy(Finding::incidentKey, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, Finding>(Finding.class, Finding::at, FirstTold::order),
                        TypeInformation.of(Finding.class))
                .name("findings-in-order")
                .uid("findings-in-order")
                .keyBy(Finding::incidentKey, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, Finding, Finding>(Finding::at, finding -> false)
                                .with("first-told", new FirstTold(), FirstToldState.class),
                        TypeInformation.of(Finding.class))
                .name("first-told")
                .uid("first-told");
    }
}
