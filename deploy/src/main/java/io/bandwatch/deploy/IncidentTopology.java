package io.bandwatch.deploy;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentBook;
import io.bandwatch.alerts.IncidentBookState;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.flink.DetectorFunction;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What becomes of findings: incidents, and of live feeds only such as stay true. */
final class IncidentTopology {
    private IncidentTopology() {}

    /**
     * Incidents of findings.
     *
     * @param left incidents of runs before that nobody follows any more, as they are closed
     * @param live whether a crash would take back what no checkpoint covers, and have it told under another name
     */
    static DataStream<Incident> of(DataStream<Finding> findings, List<Incident> left, boolean live) {
        DataStream<Incident> incidents = findings.keyBy(Finding::incidentKey, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, Finding, Incident>(Finding::at, finding -> false)
                                .with("incident-book", new IncidentBook(), IncidentBookState.class),
                        TypeInformation.of(Incident.class))
                .name("incident-book")
                .uid("incident-book");
        if (!left.isEmpty()) {
            // others are another source: its state says which there are
            incidents = incidents.union(incidents
                    .getExecutionEnvironment()
                    .fromData(left, TypeInformation.of(Incident.class))
                    .name("left-incidents")
                    .uid("left-incidents-" + left.get(0).updated().toEpochMilli()));
        }
        return live ? AfterCheckpoint.of(incidents, "incidents-covered").setParallelism(1) : incidents;
    }
}
