package io.bandwatch.deploy.cli.acceptance.fuzz;

import java.util.List;

/**
 * A reader of bytes that is searched.
 *
 * @param name as in the record
 * @param test class and method of the fuzz test in {@code dsp}
 */
record FuzzTarget(String name, String test) {
    /** All of them. */
    static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("reader", "StreamFuzzTest#measuresAnyStream"),
                new FuzzTarget("assembly", "SectionsFuzzTest#assemblesPayloads"),
                new FuzzTarget("sections", "SectionsFuzzTest#readsSections"),
                new FuzzTarget("descriptors", "DescriptorsFuzzTest#readsDescriptorsOfEveryTable"),
                new FuzzTarget("text", "TextFuzzTest#decodesAnyText"));
    }
}
