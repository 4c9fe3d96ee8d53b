package io.bandwatch.deploy.cli.usage;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The languages that people are told in. */
public final class Languages {
    private Languages() {}

    /** The locale of {@code --lang}; any other is a usage error. */
    public static Locale locale(String language, CommandLine command) {
        return switch (language) {
            case "en" -> Locale.ENGLISH;
            case "zh-CN" -> Locale.SIMPLIFIED_CHINESE;
            default -> throw new ParameterException(command, "--lang '" + language + "' is not known; use en or zh-CN");
        };
    }
}
