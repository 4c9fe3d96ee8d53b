package io.bandwatch.deploy.content;

import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.av.AvFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What is heard on air, whatever it comes by. */
public final class Heard {
    private Heard() {}

    /**
     * What all programmes sound like.
     *
     * @param carriers looks at carriers
     * @param programmes looks at services and media files
     * @param licences tells which station is licensed to broadcast what is heard
     */
    public static DataStream<ContentLook> of(
            DataStream<AttestedLook> carriers, DataStream<AvFrame> programmes, LicenceJudge licences) {
        DataStream<ContentLook> received = carriers.map(
                        look -> ContentLooks.ofLicensed(look, licences), TypeInformation.of(ContentLook.class))
                .name("carrier-sound")
                .uid("carrier-sound");
        return programmes
                .map(look -> ContentLooks.of(look, false), TypeInformation.of(ContentLook.class))
                .name("service-sound")
                .uid("service-sound")
                .union(received);
    }
}
