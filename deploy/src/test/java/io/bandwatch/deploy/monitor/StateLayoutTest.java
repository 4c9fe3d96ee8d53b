package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.bandwatch.detectors.Detector;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is in checkpoints, by the names and types of its parts: a version that changes it cannot go on from those of before. */
class StateLayoutTest {
    private static final String SUM_OF_LAYOUT = "b1669a1bc6d29f87";

    @Test
    void aChangeOfWhatDetectorsRememberRaisesTheLayout() throws Exception {
        Map<String, String> layout = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("io.bandwatch.detectors")) {
            if (type.isAssignableTo(Detector.class) && !type.isInterface()) {
                for (Type part : Arrays.stream(type.reflect().getGenericInterfaces())
                        .filter(ParameterizedType.class::isInstance)
                        .map(ParameterizedType.class::cast)
                        .filter(one -> one.getRawType() == Detector.class)
                        .flatMap(one ->
                                Arrays.stream(one.getActualTypeArguments()).limit(2))
                        .toList()) {
                    describe(part, layout);
                }
            }
        }
        assertThat(layout).hasSizeGreaterThan(50);
        byte[] sum =
                MessageDigest.getInstance("SHA-256").digest(layout.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(sum, 0, 8))
                .as("what detectors remember is laid out otherwise than in layout " + DataFolder.LAYOUT
                        + ": raise DataFolder.LAYOUT, and let this be the sum")
                .isEqualTo(SUM_OF_LAYOUT);
    }

    /** What is observed waits in order of time, and is in checkpoints too. */
    private static void describe(Type type, Map<String, String> layout) {
        if (type instanceof ParameterizedType generic) {
            describe(generic.getRawType(), layout);
            for (Type argument : generic.getActualTypeArguments()) {
                describe(argument, layout);
            }
        } else if (type instanceof Class<?> one && one.isArray()) {
            describe(one.getComponentType(), layout);
        } else if (type instanceof Class<?> one && one.isEnum()) {
            layout.put(one.getName(), Arrays.toString(one.getEnumConstants()));
        } else if (type instanceof Class<?> one && one.isRecord() && !layout.containsKey(one.getName())) {
            layout.put(one.getName(), "");
            StringBuilder parts = new StringBuilder();
            for (RecordComponent part : one.getRecordComponents()) {
                parts.append(part.getName())
                        .append(':')
                        .append(part.getGenericType().getTypeName())
                        .append(' ');
                describe(part.getGenericType(), layout);
            }
            layout.put(one.getName(), parts.toString());
        }
    }
}
