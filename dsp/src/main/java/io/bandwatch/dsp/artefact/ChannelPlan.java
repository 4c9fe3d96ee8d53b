package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.filter.ChannelBank;
import io.bandwatch.signal.CarrierMeasurement;
import java.util.ArrayList;
import java.util.List;

/** Which channels have to be cut out for a frame's tests: each source once, at full width, and each suspect. */
final class ChannelPlan {
    /** From the middle of a station to where its spectrum has fallen by 60 dB: 75 kHz of deviation, 53 kHz of multiplex. */
    private static final double STATION_HALF_HZ = 128e3;

    /** What of a neighbour that is no stronger lies further out than its deviation is no matter. */
    private static final double MODULATION_HALF_HZ = 75e3;

    private static final double COMPARABLE_DB = 8.0;

    private static final double NARROWEST_HALF_HZ = 40e3;

    private final CarrierMeasurement[] carriers;
    private final double centerHz;
    private final Snippets snippets;
    private final List<ChannelBank.Channel> channels = new ArrayList<>();
    private final Suspect.@org.jspecify.annotations.Nullable Source[] sources;

    ChannelPlan(CarrierMeasurement[] carriers, double centerHz, Snippets snippets) {
        this.carriers = carriers;
        this.centerHz = centerHz;
        this.snippets = snippets;
        this.sources = new Suspect.Source[carriers.length];
    }

    /** The channels planned so far, by their numbers. */
    List<ChannelBank.Channel> channels() {
        return channels;
    }

    Suspect suspect(int carrier, List<Recipe> likely, int neighbour) {
        double halfHz = halfWidthHz(carrier);
        ChannelBank.Channel channel = snippets.tune(carriers[carrier].frequencyHz() - centerHz, halfHz);
        int run = channels.size();
        channels.add(channel);
        List<Suspect.Source[]> from = new ArrayList<>();
        for (Recipe recipe : likely) {
            Suspect.Source[] factors = new Suspect.Source[recipe.factors().length];
            for (int f = 0; f < factors.length; f++) {
                factors[f] = source(recipe.factors()[f]);
            }
            from.add(factors);
        }
        return new Suspect(
                carrier,
                carriers[carrier],
                run,
                halfHz,
                channel.zeroHz(),
                likely,
                from,
                neighbour < 0 ? null : source(neighbour));
    }

    private Suspect.Source source(int carrier) {
        Suspect.Source source = sources[carrier];
        if (source == null) {
            double offsetHz = carriers[carrier].frequencyHz() - centerHz;
            ChannelBank.Channel channel = snippets.tune(offsetHz, ArtefactSearch.HALF_WIDTH_HZ);
            source = new Suspect.Source(channels.size(), channel, carriers[carrier]);
            sources[carrier] = source;
            channels.add(channel);
        }
        return source;
    }

    /** Half of the width in which a carrier is compared: narrow enough to leave neighbours out. */
    double halfWidthHz(int carrier) {
        double halfHz = ArtefactSearch.HALF_WIDTH_HZ;
        CarrierMeasurement own = carriers[carrier];
        for (CarrierMeasurement other : carriers) {
            double distanceHz = Math.abs(other.frequencyHz() - own.frequencyHz());
            if (other.levelDbfs() > own.levelDbfs()) {
                halfHz = Math.min(halfHz, distanceHz - STATION_HALF_HZ);
            } else if (distanceHz > 0.0 && other.levelDbfs() > own.levelDbfs() - COMPARABLE_DB) {
                halfHz = Math.min(halfHz, distanceHz - MODULATION_HALF_HZ);
            }
        }
        return Math.max(NARROWEST_HALF_HZ, halfHz);
    }
}
