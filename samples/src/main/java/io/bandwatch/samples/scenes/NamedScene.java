package io.bandwatch.samples.scenes;

import io.bandwatch.samples.scenario.Scenario;
import java.util.List;
import java.util.function.LongFunction;

/**
 * One situation, in as many scenes as there are seeds.
 *
 * @param name of the situation
 * @param scene the scene of a seed
 */
public record NamedScene(String name, LongFunction<Scenario> scene) {
    /** Every situation there is. */
    public static List<NamedScene> all() {
        return List.of(
                new NamedScene("over-deviation", StationScenes::overDeviation),
                new NamedScene("offset", StationScenes::offset),
                new NamedScene("mono", StationScenes::mono),
                new NamedScene("phase", StationScenes::phase),
                new NamedScene("silence", StationScenes::silence),
                new NamedScene("bare-carrier", StationScenes::bareCarrier),
                new NamedScene("rds-mismatch", StationScenes::rdsMismatch),
                new NamedScene("pi-clone", SuspectScenes::piClone),
                new NamedScene("override", SuspectScenes::override),
                new NamedScene("relay", SuspectScenes::relay),
                new NamedScene("sporadic-e", SuspectScenes::opening),
                new NamedScene("cdr", SuspectScenes::digital),
                new NamedScene("authorised", SuspectScenes::authorised),
                new NamedScene("weak-pirate", SuspectScenes::weakBetweenStrong));
    }
}
