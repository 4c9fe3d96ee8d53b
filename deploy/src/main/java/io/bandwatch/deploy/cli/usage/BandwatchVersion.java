package io.bandwatch.deploy.cli.usage;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest states it. */
public final class BandwatchVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = BandwatchVersion.class.getPackage().getImplementationVersion();
        return new String[] {"bandwatch " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
