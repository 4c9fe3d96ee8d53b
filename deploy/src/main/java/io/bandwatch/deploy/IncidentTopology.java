package io.bandwatch.deploy;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentBook;
import io.bandwatch.alerts.IncidentBookState;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.flink.DetectorFunction;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What becomes of findings: incidents, and of live feeds only such as stay true. */
final class IncidentTopology {
    private static final Duration LONGEST_WITHOUT_CHECKPOINT = Duration.ofMinutes(1);
    private static final TypeInformation<Incident> INCIDENT = TypeInformation.of(Incident.class);

    private IncidentTopology() {}

    /** @param live whether a crash would take back what no checkpoint covers, and have it told under another name */
    static DataStream<Incident> of(DataStream<Finding> findings, boolean live) {
        DataStream<Incident> incidents = findings.keyBy(Finding::incidentKey, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, Finding, Incident>(Finding::at, finding -> false)
                                .with("incident-book", new IncidentBook(), IncidentBookState.class),
                        INCIDENT)
                .name("incident-book")
                .uid("incident-book");
        return live ? covered(incidents) : incidents;
    }

    private static DataStream<Incident> covered(DataStream<Incident> incidents) {
        return incidents
                .transform("incidents-covered", INCIDENT, new AfterCheckpoint<>(INCIDENT, LONGEST_WITHOUT_CHECKPOINT))
                .setParallelism(1)
                .uid("incidents-covered");
    }
}
