package io.bandwatch.deploy;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentBook;
import io.bandwatch.alerts.IncidentBookState;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.flink.DetectorFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What becomes of findings: incidents, and of live feeds only such as stay true. */
final class IncidentTopology {
    private IncidentTopology() {}

    /** @param live whether a crash would take back what no checkpoint covers, and have it told under another name */
    static DataStream<Incident> of(DataStream<Finding> findings, boolean live) {
        DataStream<Incident> incidents = findings.keyBy(Finding::incidentKey, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, Finding, Incident>(Finding::at, finding -> false)
                                .with("incident-book", new IncidentBook(), IncidentBookState.class),
                        TypeInformation.of(Incident.class))
                .name("incident-book")
                .uid("incident-book");
        return live ? AfterCheckpoint.of(incidents, "incidents-covered").setParallelism(1) : incidents;
    }
}
