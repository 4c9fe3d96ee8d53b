package io.bandwatch.alerts.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bandwatch.alerts.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence that is kept, checked, listed and drawn. */
class BundleCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-14T14:30:00Z");

    @TempDir
    private Path root;

    private Path bundle;

    @BeforeEach
    void keep() throws IOException {
        bundle = root.resolve("one");
        List<String> paths = new EvidenceFolder(root)
                .keep(
                        "one",
                        JsonNodeFactory.instance.objectNode().put("incident", "one"),
                        new TreeMap<>(Map.of("b.wav", new byte[1000], "a.png", new byte[] {1, 2, 3})));
        assertThat(paths).containsExactly("one/a.png", "one/b.wav", "one/manifest.json");
    }

    @Test
    void aBundleIsWhatItsManifestSays() throws IOException {
        assertThat(BundleCheck.problems(bundle)).isEmpty();
        assertThat(Files.readString(bundle.resolve("manifest.json")))
                .as("SHA-256 of 01 02 03, by sha256sum")
                .contains("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }

    @Test
    void oneBitIsEnough() throws IOException {
        byte[] sound = new byte[1000];
        sound[777] = 1;
        Files.write(bundle.resolve("b.wav"), sound);

        assertThat(BundleCheck.problems(bundle))
                .singleElement()
                .asString()
                .contains("b.wav")
                .contains("was changed");
    }

    @Test
    void aFileMoreOrLessIsFound() throws IOException {
        Files.delete(bundle.resolve("a.png"));
        Files.write(bundle.resolve("c.txt"), new byte[1]);
        Files.write(bundle.resolve("b.wav"), new byte[1], StandardOpenOption.APPEND);

        assertThat(BundleCheck.problems(bundle))
                .hasSize(3)
                .satisfiesExactlyInAnyOrder(
                        missing -> assertThat(missing).endsWith("a.png: is missing"),
                        added -> assertThat(added).endsWith("c.txt: is not in the manifest"),
                        longer -> assertThat(longer).endsWith("b.wav: has 1001 bytes instead of 1000"));
    }

    @Test
    void aManifestThatIsGoneOrNoneIsFound() throws IOException {
        Files.writeString(bundle.resolve("manifest.json"), "{\"files\": [");
        assertThat(BundleCheck.problems(bundle)).singleElement().asString().contains("is no JSON");
        Files.writeString(bundle.resolve("manifest.json"), "{\"files\": [{\"path\": \"../../etc/hostname\"}]}");
        assertThat(BundleCheck.problems(bundle))
                .anySatisfy(line -> assertThat(line).contains("is missing"));
        Files.delete(bundle.resolve("manifest.json"));
        assertThat(BundleCheck.problems(bundle)).singleElement().asString().contains("there is no manifest");
    }

    @Test
    void whatWasBegunIsNotThereUntilItIsFinished() throws IOException {
        EvidenceFolder folder = new EvidenceFolder(root);
        EvidenceBundle begun = folder.begin("two");
        Files.write(begun.file("a.png"), new byte[1]);
        assertThat(root.resolve("two")).doesNotExist();

        folder.deleteUnfinished();

        assertThat(root).isDirectoryNotContaining(path -> !path.endsWith("one"));
        assertThatThrownBy(() -> folder.begin("../two")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.begin("a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLedgerKnowsAfterARestartWhatBecameOfEach() throws IOException {
        EvidenceLedger ledger = new EvidenceLedger(root);
        ledger.note(entry("one", EvidenceLedger.State.KEPT, NOW, List.of("one/a.png", "one/manifest.json")));
        ledger.note(entry("two", EvidenceLedger.State.MISSING, NOW, List.of()));
        Files.writeString(root.resolve("ledger.jsonl"), "{\"incident\":\"thr", StandardOpenOption.APPEND);

        EvidenceLedger after = new EvidenceLedger(root);

        assertThat(after.keptBytes()).isEqualTo(1234);
        assertThat(after.of("two").orElseThrow().reason()).isEqualTo("disk-full");
        assertThat(after.of("three")).isEmpty();
        assertThat(after.file("one", "a.png")).contains(bundle.resolve("a.png"));
        assertThat(after.file("one", "b.wav"))
                .as("which the ledger does not list")
                .isEmpty();
        assertThat(after.file("one", "../one/a.png")).isEmpty();
    }

    @Test
    void evidenceIsDeletedWhenItsTimeIsOverAndTheLedgerSaysSo() throws IOException {
        EvidenceLedger ledger = new EvidenceLedger(root);
        ledger.note(entry("one", EvidenceLedger.State.KEPT, NOW, List.of("one/a.png")));

        assertThat(ledger.keptBefore(NOW)).isEmpty();
        for (EvidenceLedger.Entry old : ledger.keptBefore(NOW.plusSeconds(1))) {
            ledger.expire(old, NOW.plusSeconds(1));
        }

        assertThat(bundle).doesNotExist();
        EvidenceLedger after = new EvidenceLedger(root);
        assertThat(after.of("one").orElseThrow().state()).isEqualTo(EvidenceLedger.State.EXPIRED);
        assertThat(after.keptBytes()).isZero();
    }

    @Test
    void picturesMarkTheChannelWhereItIs() throws IOException {
        var spectrum = Samples.spectrum("hill");
        double middleHz = spectrum.startHz() + (spectrum.points() - 1) / 2.0 * spectrum.stepHz();
        BandPicture picture = new BandPicture(spectrum, middleHz, spectrum.time());
        BufferedImage curve = ImageIO.read(new ByteArrayInputStream(picture.spectrumPng()));
        BufferedImage fall = ImageIO.read(new ByteArrayInputStream(picture.waterfallPng()));

        assertThat(curve.getWidth()).isEqualTo(fall.getWidth()).isEqualTo(1000);
        // the plot spans 120 to 984: its middle is 552
        double pixelsPerHz = 864 / (spectrum.points() * spectrum.stepHz());
        int left = 552 - (int) Math.round(100e3 * pixelsPerHz);
        if (left > 120) {
            assertThat(curve.getRGB(left, 14) & 0xFFFFFF).isEqualTo(0xB3261E);
        }
        assertThat(fall.getRGB(552, 8) & 0xFFFFFF).isEqualTo(0xB3261E);
        assertThat(picture.spectrumPng()).as("the same numbers, the same bytes").isEqualTo(picture.spectrumPng());
    }

    private static EvidenceLedger.Entry entry(
            String incident, EvidenceLedger.State state, Instant at, List<String> paths) {
        boolean kept = state == EvidenceLedger.State.KEPT;
        return new EvidenceLedger.Entry(incident, state, at, kept ? "" : "disk-full", kept ? 1234 : 0, paths);
    }
}
