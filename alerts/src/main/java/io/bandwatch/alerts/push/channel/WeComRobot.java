package io.bandwatch.alerts.push.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.push.text.PushText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A robot in a group of WeCom (developer.work.weixin.qq.com/document/path/91770): Markdown of at most 4096 bytes; the key is
 * in the address, nothing is signed.
 */
final class WeComRobot extends Robot {
    private static final int MOST_BYTES = 4096;

    private final URI address;

    WeComRobot(URI address) {
        // 45009, 45033: too often, too many at once; 40008, 40035, 40058, 44004: type, parameter or content is wrong
        super("errcode", "errmsg", Set.of(45009, 45033), Set.of(40008, 40035, 40058, 44004), Duration.ofMinutes(1));
        this.address = address;
    }

    @Override
    int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    URI address(Instant now) {
        return address;
    }

    @Override
    ObjectNode message(PushText text, Instant now) {
        ObjectNode message = PushJson.object().put("msgtype", "markdown");
        message.putObject("markdown").put("content", text.body());
        return message;
    }
}
