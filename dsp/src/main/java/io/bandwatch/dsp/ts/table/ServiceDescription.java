package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an SDT says of a stream's services (EN 300 468, 5.2.3).
 *
 * @param transportStreamId of the stream described
 * @param originalNetworkId where it comes from
 * @param services in the order sent
 */
public record ServiceDescription(int transportStreamId, int originalNetworkId, List<Entry> services) {
    private static final int SERVICE = 0x48;

    /**
     * One service.
     *
     * @param id service_id
     * @param type service_type; 0 without a service descriptor
     * @param freeCaMode free_CA_mode
     * @param provider service_provider_name
     * @param name service_name
     */
    public record Entry(int id, int type, boolean freeCaMode, @Nullable Label provider, @Nullable Label name) {}

    public static ServiceDescription of(Section section) {
        List<Entry> services = new ArrayList<>();
        int at = section.bodyStart() + 3;
        while (at + 5 <= section.bodyEnd()) {
            int end = section.endOfLoop(at + 3, section.bodyEnd());
            services.add(entry(section, at, end));
            at = end;
        }
        return new ServiceDescription(section.extension(), section.u16(section.bodyStart()), services);
    }

    private static Entry entry(Section section, int at, int end) {
        int type = 0;
        Label provider = null;
        Label name = null;
        Descriptors descriptors = new Descriptors(section, at + 5, end);
        while (descriptors.next()) {
            if (descriptors.tag() == SERVICE) {
                type = descriptors.u8(0);
                int nameAt = descriptors.from() + 2 + descriptors.u8(1);
                int nameEnd = nameAt + 1 + section.u8(nameAt);
                provider = Label.of(section, descriptors.from() + 2, Math.min(nameAt, descriptors.to()));
                name = Label.of(section, nameAt + 1, Math.min(nameEnd, descriptors.to()));
            }
        }
        return new Entry(section.u16(at), type, (section.u8(at + 3) & 0x10) != 0, provider, name);
    }
}
