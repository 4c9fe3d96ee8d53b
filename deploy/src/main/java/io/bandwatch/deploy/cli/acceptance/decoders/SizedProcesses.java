package io.bandwatch.deploy.cli.acceptance.decoders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.ProcessSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A reading of all processes.
 *
 * @param parent this one
 * @param decoders those of the services, in their order
 */
record SizedProcesses(ProcessSize parent, List<ProcessSize> decoders) {
    static SizedProcesses now(List<Long> decoders) throws IOException {
        List<ProcessSize> sizes = new ArrayList<>();
        for (long pid : decoders) {
            sizes.add(ProcessSize.of(pid));
        }
        return new SizedProcesses(ProcessSize.of(ProcessHandle.current().pid()), List.copyOf(sizes));
    }

    static SizedProcesses median(List<SizedProcesses> readings) {
        ProcessSize parent =
                ProcessSize.median(readings.stream().map(SizedProcesses::parent).toList());
        List<ProcessSize> decoders = IntStream.range(0, readings.get(0).decoders.size())
                .mapToObj(i -> ProcessSize.median(readings.stream()
                        .map(reading -> reading.decoders.get(i))
                        .toList()))
                .toList();
        return new SizedProcesses(parent, decoders);
    }

    boolean haveNotGrownSince(SizedProcesses before, double memoryShare) {
        return parent.hasNotGrownSince(before.parent, memoryShare)
                && IntStream.range(0, decoders.size())
                        .allMatch(i -> decoders.get(i).hasNotGrownSince(before.decoders.get(i), memoryShare));
    }

    ObjectNode figures() {
        ArrayNode each = JsonNodeFactory.instance.arrayNode();
        decoders.forEach(decoder -> each.add(decoder.figures()));
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.set("this_process", parent.figures());
        figures.set("decoder_processes", each);
        return figures;
    }
}
