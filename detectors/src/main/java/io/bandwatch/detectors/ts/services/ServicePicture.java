package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Reason.Weight;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service is like, as far as its viewers can tell: not its PIDs, which multiplexers deal out anew.
 *
 * @param transportStreamId stream it stands in, or {@link TsService#UNKNOWN}
 * @param name its name
 * @param scrambled whether it is scrambled
 * @param components its sounds, pictures, subtitles and teletexts, sorted; empty where they are not known
 */
public record ServicePicture(int transportStreamId, @Nullable String name, boolean scrambled, String[] components) {

    static ServicePicture of(TsService service) {
        return new ServicePicture(
                service.transportStreamId(),
                service.name(),
                service.scrambled(),
                Stream.of(service.components())
                        .filter(component -> isSeen(component.role()))
                        .map(ServicePicture::word)
                        .sorted()
                        .toArray(String[]::new));
    }

    /** What this one does not know, as another has it. */
    ServicePicture completedBy(@Nullable ServicePicture other) {
        if (other == null) {
            return this;
        }
        return new ServicePicture(
                transportStreamId == TsService.UNKNOWN ? other.transportStreamId : transportStreamId,
                name == null ? other.name : name,
                scrambled,
                components.length == 0 ? other.components : components);
    }

    boolean isLike(@Nullable ServicePicture other) {
        return other != null && differences(other).isEmpty();
    }

    /** In what a later picture differs, where both know. */
    List<Reason> differences(ServicePicture later) {
        List<Reason> differences = new ArrayList<>();
        if (name != null && later.name != null && !name.equals(later.name)) {
            differences.add(Reason.of(ReasonCode.SERVICE_RENAMED, Weight.DECISIVE, name, later.name));
        }
        boolean bothKnown = transportStreamId != TsService.UNKNOWN && later.transportStreamId != TsService.UNKNOWN;
        if (bothKnown && transportStreamId != later.transportStreamId) {
            differences.add(Reason.of(
                    ReasonCode.SERVICE_MOVED,
                    Weight.DECISIVE,
                    Integer.toString(transportStreamId),
                    Integer.toString(later.transportStreamId)));
        }
        bothKnown = components.length > 0 && later.components.length > 0;
        if (bothKnown && !Arrays.equals(components, later.components)) {
            differences.add(Reason.of(
                    ReasonCode.COMPONENTS_CHANGED,
                    Weight.DECISIVE,
                    String.join(", ", components),
                    String.join(", ", later.components)));
        }
        if (scrambled != later.scrambled) {
            ReasonCode code = later.scrambled ? ReasonCode.SCRAMBLING_BEGAN : ReasonCode.SCRAMBLING_CEASED;
            differences.add(Reason.of(code, Weight.DECISIVE));
        }
        return differences;
    }

    private static boolean isSeen(PidRole role) {
        return switch (role) {
            case VIDEO, AUDIO, SUBTITLE, TELETEXT -> true;
            default -> false;
        };
    }

    private static String word(TsComponent component) {
        String kind =
                switch (component.role()) {
                    case VIDEO, AUDIO ->
                        component.role().key() + ' ' + component.codec().key();
                    default -> component.role().key();
                };
        return component.language() == null ? kind : kind + ' ' + component.language();
    }
}
