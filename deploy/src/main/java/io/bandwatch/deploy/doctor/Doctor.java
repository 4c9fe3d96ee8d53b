package io.bandwatch.deploy.doctor;

import io.bandwatch.ingest.gst.decode.DecoderElements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks the machine for everything Bandwatch needs or can use and says what is there. */
public final class Doctor {
    private static final int JAVA_RELEASE = 17;
    private static final int STORE_DEFAULT_PORT = 8086;
    private static final long GIB = 1L << 30;
    private static final long DISK_ENOUGH_BYTES = 2 * GIB;
    private static final long MEMORY_ENOUGH_BYTES = 2 * GIB;
    private static final String INSTALL = "sudo apt-get install -y --no-install-recommends ";

    private static final List<String> STREAM_ELEMENTS = List.of("srtsrc", "souphttpsrc", "hlsdemux", "appsink");

    private final Machine machine;
    private final Path workFolder;

    Doctor(Machine machine, Path workFolder) {
        this.machine = machine;
        this.workFolder = workFolder.toAbsolutePath().normalize();
    }

    /** A doctor for the machine this process runs on; results are to be written to {@code workFolder}. */
    public static Doctor ofThisMachine(Path workFolder) {
        return new Doctor(new LocalMachine(), workFolder);
    }

    /** All checks, in the order a person wants to read them. */
    public List<Diagnosis> examine() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(java());
        diagnoses.add(maven());
        diagnoses.add(soundFiles());
        diagnoses.add(speech());
        diagnoses.add(liveStreams());
        diagnoses.add(decoders());
        diagnoses.add(store());
        openStore().ifPresent(diagnoses::add);
        diagnoses.add(ports());
        diagnoses.add(disk());
        diagnoses.add(memory());
        return List.copyOf(diagnoses);
    }

    private Diagnosis java() {
        String detail = "release %d at %s".formatted(machine.javaRelease(), machine.javaHome());
        return machine.executable(machine.javaHome().resolve("bin/javac"))
                ? Diagnosis.ok("JDK", detail)
                : Diagnosis.missing(
                        "JDK", detail + " has no compiler", INSTALL + "openjdk-" + JAVA_RELEASE + "-jdk-headless");
    }

    private Diagnosis maven() {
        return machine.program("mvn")
                .map(path -> Diagnosis.ok("Maven", path.toString()))
                .orElseGet(() -> Diagnosis.missing("Maven", "changed sources cannot be built", INSTALL + "maven"));
    }

    private Diagnosis soundFiles() {
        String subject = "sound files";
        for (String reader : List.of("ffmpeg", "gst-launch-1.0")) {
            Optional<Path> path = machine.program(reader);
            if (path.isPresent()) {
                return Diagnosis.ok(subject, "WAV and FLAC by Bandwatch itself, others through " + path.get());
            }
        }
        return Diagnosis.missingOptional(subject, "WAV and FLAC only", INSTALL + "ffmpeg");
    }

    private Diagnosis speech() {
        return machine.program("espeak-ng")
                .map(path -> Diagnosis.ok("speech", path.toString()))
                .orElseGet(() -> Diagnosis.missingOptional(
                        "speech", "generated scenes speak with a synthetic murmur", INSTALL + "espeak-ng"));
    }

    private Diagnosis liveStreams() {
        String subject = "live streams";
        List<String> absent =
                STREAM_ELEMENTS.stream().filter(element -> !has(element)).toList();
        return absent.isEmpty()
                ? Diagnosis.ok(
                        subject, "UDP, RTP and programs by Bandwatch itself, SRT, HTTP and HLS through GStreamer")
                : Diagnosis.missingOptional(
                        subject,
                        "no SRT, HTTP or HLS: GStreamer has no " + String.join(", ", absent),
                        INSTALL + "gstreamer1.0-tools gstreamer1.0-plugins-good gstreamer1.0-plugins-bad");
    }

    private Diagnosis decoders() {
        String subject = "decoders";
        Set<String> codecs = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        for (DecoderElements codec : DecoderElements.values()) {
            List<String> absent = codec.missing(this::has);
            if (!absent.isEmpty()) {
                codecs.add(codec.name().toLowerCase(Locale.ROOT));
                absent.forEach(element -> packages.add(DecoderElements.debianPackage(element)));
            }
        }
        return codecs.isEmpty()
                ? Diagnosis.ok(subject, "pictures and sound of all codecs that are known, through GStreamer")
                : Diagnosis.missingOptional(
                        subject, "not decoded: " + String.join(", ", codecs), INSTALL + String.join(" ", packages));
    }

    /** Whether GStreamer is there and has an element. */
    private boolean has(String element) {
        return machine.program("gst-inspect-1.0").isPresent()
                && machine.firstLineOf(List.of("gst-inspect-1.0", element)).isPresent();
    }

    private Diagnosis store() {
        String subject = "embedded store";
        Optional<Path> influxd =
                machine.environment("BANDWATCH_INFLUXD").map(Path::of).or(() -> machine.program("influxd"));
        String remedy = "./bandwatch demo --exit fetches a private influxd";
        if (influxd.isEmpty()) {
            return Diagnosis.missingOptional(subject, "no influxd, so no --store embedded", remedy);
        }
        String path = influxd.get().toString();
        return machine.firstLineOf(List.of(path, "version"))
                .map(version -> Diagnosis.ok(subject, path + ", " + version))
                .orElseGet(() -> Diagnosis.missingOptional(subject, path + " does not start", remedy));
    }

    private Optional<Diagnosis> openStore() {
        return machine.listenersAt(STORE_DEFAULT_PORT).stream()
                .filter(address -> !address.equals("loopback"))
                .findFirst()
                .map(address -> Diagnosis.warning(
                        "open store",
                        "something listens to the network at port " + STORE_DEFAULT_PORT
                                + "; it is not Bandwatch's own store, which stays on loopback",
                        "if it is Debian's influxdb: sudo systemctl disable --now influxdb"));
    }

    private Diagnosis ports() {
        return machine.canListenOnLoopback()
                ? Diagnosis.ok("ports", "free ones on loopback")
                : Diagnosis.missing(
                        "ports", "no server socket can be opened on loopback", "allow sockets on 127.0.0.1");
    }

    private Diagnosis disk() {
        double freeGib = (double) machine.usableDiskBytes(workFolder) / GIB;
        String detail = "%.1f GiB free in %s".formatted(freeGib, workFolder);
        if (!machine.writable(workFolder)) {
            return Diagnosis.missing("disk", "cannot write to " + workFolder, "name another folder with --work DIR");
        }
        return machine.usableDiskBytes(workFolder) >= DISK_ENOUGH_BYTES
                ? Diagnosis.ok("disk", detail)
                : Diagnosis.warning("disk", detail, "free at least 2 GiB, or name another folder with --work DIR");
    }

    private Diagnosis memory() {
        String detail = "%.1f GiB".formatted((double) machine.memoryBytes() / GIB);
        return machine.memoryBytes() >= MEMORY_ENOUGH_BYTES
                ? Diagnosis.ok("memory", detail)
                : Diagnosis.warning("memory", detail + " is little", "set BANDWATCH_HEAP=512m");
    }
}
