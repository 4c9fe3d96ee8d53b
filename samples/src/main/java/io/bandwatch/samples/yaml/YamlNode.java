package io.bandwatch.samples.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a YAML file with the line where it stands.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param text a scalar as written, else null
 * @param map a mapping, else null
 * @param list a sequence, else null
 */
record YamlNode(
        int line,
        int column,
        @Nullable String text,
        @Nullable Map<String, YamlNode> map,
        @Nullable List<YamlNode> list) {}
