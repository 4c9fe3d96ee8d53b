package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.cluster.remote.JobManagerAddress;
import io.bandwatch.deploy.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFitTest {
    private static final JobManagerAddress HERE = new JobManagerAddress("127.0.0.1", 8081);
    private static final JobManagerAddress ELSEWHERE = new JobManagerAddress("192.0.2.1", 8081);

    @TempDir
    private Path folder;

    @Test
    void anEmbeddedStoreIsOfOneMachine() throws IOException {
        assertThat(problems("embedded", "rtl_tcp://192.0.2.7:1234", HERE))
                .singleElement()
                .asString()
                .startsWith("store: embedded: ");
    }

    @Test
    void loopbackIsAnotherMachineForEachTaskManagerUnlessTheClusterIsHere() throws IOException {
        assertThat(problems("http://127.0.0.1:8086", "rtl_tcp://127.0.0.1:1234", HERE))
                .isEmpty();
        assertThat(problems("http://127.0.0.1:8086", "rtl_tcp://127.0.0.1:1234", ELSEWHERE))
                .satisfiesExactly(
                        store -> assertThat(store).startsWith("store: http://127.0.0.1:8086 is another machine"),
                        feed -> assertThat(feed).startsWith("roof: rtl_tcp://127.0.0.1:1234 is another machine"));
        assertThat(problems("http://192.0.2.8:8086", "rtl_tcp://192.0.2.7:1234", ELSEWHERE))
                .isEmpty();
    }

    private List<String> problems(String store, String address, JobManagerAddress jobManager) throws IOException {
        Path config = Files.writeString(
                folder.resolve("config.yaml"),
                """
                store: %s
                sites:
                  - name: hill
                    receivers:
                      - {name: roof, address: "%s", rate: 2.4 MS/s, center: 98 MHz}
                """
                        .formatted(store, address));
        return new ClusterFit(ConfigFile.read(config), jobManager).problems();
    }
}
