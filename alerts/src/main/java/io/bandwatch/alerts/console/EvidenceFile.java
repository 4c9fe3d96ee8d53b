package io.bandwatch.alerts.console;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Answers with a file of evidence. Only what is named in a record or the ledger comes here. */
public final class EvidenceFile {
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png", "wav", "audio/wav", "json", "application/json", "sigmf-meta", "application/json");

    private EvidenceFile() {}

    public static void answer(Context request, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        request.contentType(type)
                .header("Content-Length", Long.toString(Files.size(file)))
                .result(Files.newInputStream(file));
    }
}
