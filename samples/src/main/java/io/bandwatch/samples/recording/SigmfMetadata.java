package io.bandwatch.samples.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;

/** The metadata of a SigMF 1.2.0 recording: global, one capture, no annotations. */
final class SigmfMetadata {
    private SigmfMetadata() {}

    static String of(Scenario scenario) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        ObjectNode global = root.putObject("global");
        global.put("core:datatype", scenario.format().sigmfType());
        global.put("core:sample_rate", scenario.sampleRateHz());
        global.put("core:version", "1.2.0");
        global.put("core:description", "made from the scenario " + scenario.name() + ", seed " + scenario.seed());
        ObjectNode capture = root.putArray("captures").addObject();
        capture.put("core:sample_start", 0);
        capture.put("core:frequency", scenario.centerHz());
        if (scenario.start() != null) {
            capture.put("core:datetime", scenario.start().toString());
        }
        root.putArray("annotations");
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
