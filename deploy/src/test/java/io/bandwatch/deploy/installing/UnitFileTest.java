package io.bandwatch.deploy.installing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The unit of systemd. */
class UnitFileTest {
    /** Of systemd.unit(5), systemd.service(5), systemd.exec(5) and systemd.kill(5), version 252: what this unit may use. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "Unit",
            Set.of("Description", "Wants", "After", "StartLimitIntervalSec", "StartLimitBurst"),
            "Service",
            Set.of(
                    "CacheDirectory",
                    "CapabilityBoundingSet",
                    "Environment",
                    "EnvironmentFile",
                    "ExecStart",
                    "Group",
                    "KillMode",
                    "LimitNOFILE",
                    "LockPersonality",
                    "NoNewPrivileges",
                    "PrivateDevices",
                    "PrivateTmp",
                    "ProtectClock",
                    "ProtectControlGroups",
                    "ProtectHome",
                    "ProtectHostname",
                    "ProtectKernelLogs",
                    "ProtectKernelModules",
                    "ProtectKernelTunables",
                    "ProtectProc",
                    "ProtectSystem",
                    "RemoveIPC",
                    "Restart",
                    "RestartPreventExitStatus",
                    "RestartSec",
                    "RestrictAddressFamilies",
                    "RestrictNamespaces",
                    "RestrictRealtime",
                    "RestrictSUIDSGID",
                    "StateDirectory",
                    "StateDirectoryMode",
                    "SuccessExitStatus",
                    "SystemCallArchitectures",
                    "SystemCallErrorNumber",
                    "SystemCallFilter",
                    "TimeoutStopSec",
                    "Type",
                    "UMask",
                    "User",
                    "WorkingDirectory"),
            "Install",
            Set.of("WantedBy"));

    private final Map<String, String> service = new HashMap<>();

    @BeforeEach
    void everyLineIsAKnownDirectiveOfItsSectionSaidOnce() throws IOException {
        String section = "";
        for (String line : Repository.text("deploy/systemd/bandwatch.service")
                .lines()
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                assertThat(KNOWN).containsKey(section);
                continue;
            }
            int equals = line.indexOf('=');
            String key = line.substring(0, equals);
            assertThat(KNOWN.get(section)).as(section).contains(key);
            if (section.equals("Service")) {
                assertThat(service.put(key, line.substring(equals + 1))).as(key).isNull();
            }
        }
    }

    @Test
    void itStartsWhatTheLauncherKnows() {
        List<String> words = List.of(service.getOrDefault("ExecStart", "").split(" "));
        assertThat(words.get(0)).startsWith("/").endsWith("/bandwatch");
        assertThat(Repository.ROOT.resolve("bandwatch")).isExecutable();
        assertThat(words).contains(Repository.INSTALLED_CONFIG);
        Repository.Checked checked = Repository.check(words.subList(1, words.size()));
        assertThat(checked.exitCode()).as(checked.err()).isZero();
    }

    @Test
    void itMayWriteWhereTheConfigurationKeepsItsDataAndNowhereElse() {
        assertThat(service).containsEntry("ProtectSystem", "strict").doesNotContainKey("ReadWritePaths");
        assertThat(ConfigFile.read(Repository.CONFIG).data())
                .isEqualTo(Path.of("/var/lib", service.getOrDefault("StateDirectory", "")));
    }

    @Test
    void itHasTimeForItsLastCheckpointAndIsStartedAgainWhenItFails() {
        assertThat(service)
                .as("children go on until the checkpoint; the service waits for it %s s", Repository.PATIENCE_S)
                .containsEntry("KillMode", "mixed")
                .containsEntry("TimeoutStopSec", "2min")
                .containsEntry("SuccessExitStatus", "143")
                .containsEntry("Restart", "on-failure")
                .containsEntry("RestartPreventExitStatus", "2");
    }

    @Test
    void itIsNobodyMuchAndKnowsNoSecret() throws IOException {
        assertThat(service)
                .containsEntry("User", "bandwatch")
                .containsEntry("NoNewPrivileges", "yes")
                .containsEntry("CapabilityBoundingSet", "")
                // Java compiles while it runs
                .doesNotContainKey("MemoryDenyWriteExecute");
        assertThat(service.get("EnvironmentFile"))
                .as("without '-': nothing starts without it")
                .isEqualTo("/etc/bandwatch/environment");
        assertThat(service.get("Environment")).isEqualTo("XDG_CACHE_HOME=/var/cache/bandwatch");
        assertThat(Repository.found(
                        Pattern.compile("(?m)^(\\w*TOKEN=.*)$"), Repository.text("deploy/systemd/environment.example")))
                .containsExactly("BANDWATCH_INFLUX_TOKEN=");
    }
}
