package io.bandwatch.samples.media;

import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a scenario file of pictures and sound. */
public final class MediaScenario {
    private static final Set<String> SOURCES = Set.of("testsrc2", "mandelbrot", "life", "cellauto");
    private static final Set<String> SOUNDS = Set.of("tones", "noise");
    private static final String SIZE = "([1-9]\\d{1,3})x([1-9]\\d{1,3})";

    private MediaScenario() {}

    /** Whether a scenario file is one of pictures and sound, and not of a band: it says what is seen. */
    public static boolean isOne(Path file) {
        return Section.of(file).has("picture");
    }

    /**
     * Reads a file.
     *
     * @throws io.bandwatch.samples.yaml.ScenarioException with file, line, key and remedy
     */
    public static MediaScene read(Path file) {
        Section root = Section.of(file);
        Path last = file.getFileName();
        String name = root.text("name", last == null ? "media" : last.toString().replaceFirst("\\.ya?ml$", ""));
        if (!name.matches("[A-Za-z0-9_.]+(-[A-Za-z0-9_.]+)*")) {
            throw root.problem("name", "'" + name + "' must be letters, digits, '_', '.' and single '-'");
        }
        long seed = root.wholeNumber("seed", 1);
        double durationS = root.quantity("duration", Quantity.DURATION);
        int[] size = size(root);
        String codecs = root.text("codecs", "h264+aac");
        String container = root.text("container", "ts");
        MediaScene.Format format = new MediaScene.Format(
                size[0], size[1], root.checked("codecs", () -> coding(codecs)), isTransportStream(root, container));
        String picture = clip(file, root.text("picture"), SOURCES);
        String sound = clip(file, root.text("sound", "tones"), SOUNDS);
        int noise = (int) root.wholeNumber("noise", 0);
        List<MediaEvent> events = events(root);
        root.end();
        return root.checked(
                "events", () -> new MediaScene(name, seed, durationS, format, picture, sound, noise, events));
    }

    private static int[] size(Section root) {
        String text = root.text("size", "640x360");
        if (!text.matches(SIZE)) {
            throw root.problem("size", "'" + text + "' is no size; write it like 720x576");
        }
        String[] sides = text.split("x", -1);
        return new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[1])};
    }

    private static MediaCoding coding(String codecs) {
        try {
            return MediaCoding.valueOf(codecs.toUpperCase(Locale.ROOT).replace('+', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("'" + codecs + "' is none of h264+aac, mpeg2+mp2", unknown);
        }
    }

    private static boolean isTransportStream(Section root, String container) {
        if (!container.equals("ts") && !container.equals("mp4")) {
            throw root.problem("container", "'" + container + "' is none of ts, mp4");
        }
        return container.equals("ts");
    }

    /** A source by its name, or a file beside the scenario. */
    private static String clip(Path file, String text, Set<String> sources) {
        return sources.contains(text)
                ? text
                : file.toAbsolutePath().resolveSibling(text).normalize().toString();
    }

    private static List<MediaEvent> events(Section root) {
        List<MediaEvent> events = new ArrayList<>();
        for (Section section : root.sections("events")) {
            events.add(new MediaEvent(
                    section.parsed("kind", EventKind::of),
                    section.quantity("from", Quantity.DURATION),
                    section.quantity("to", Quantity.DURATION)));
            section.end();
        }
        return events;
    }
}
