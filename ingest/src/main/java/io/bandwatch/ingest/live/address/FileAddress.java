package io.bandwatch.ingest.live.address;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A recording played as if it came now: {@code file:PATH[?pace=real|fast&loop=no|yes]}.
 *
 * @param path the file
 * @param paced whether a second of stream takes a second
 * @param looped whether it begins again after its end
 */
public record FileAddress(String path, boolean paced, boolean looped) implements FeedAddress {
    static FileAddress parse(String rest) {
        int query = rest.lastIndexOf('?');
        String path = query < 0 ? rest : rest.substring(0, query);
        if (path.startsWith("//")) {
            path = path.substring(2);
        }
        if (path.isBlank()) {
            throw new IllegalArgumentException(
                    "feed address 'file:' names no file; it is written file:PATH, such as file:capture.ts?loop=yes");
        }
        Options options =
                new Options("file:" + rest, query < 0 ? null : rest.substring(query + 1), Set.of("pace", "loop"));
        return new FileAddress(
                path,
                options.choice("pace", List.of("real", "fast")).equals("real"),
                options.choice("loop", List.of("no", "yes")).equals("yes"));
    }

    /** The same with a path that does not depend on where the process was started. */
    String beside(Path folder) {
        return "file:" + folder.resolve(path) + "?pace=" + (paced ? "real" : "fast") + "&loop="
                + (looped ? "yes" : "no");
    }

    @Override
    public String shown() {
        return "file:" + path;
    }
}
