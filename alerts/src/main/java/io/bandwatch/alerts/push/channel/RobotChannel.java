package io.bandwatch.alerts.push.channel;

import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.text.PushStyle;
import io.bandwatch.alerts.push.text.PushText;
import io.bandwatch.alerts.push.text.PushTexts;
import java.time.Instant;
import java.util.Map;

/** A robot in a group of people. */
final class RobotChannel implements Channel {
    private final HttpPoster poster;
    private final Robot robot;
    private final PushTexts texts;

    RobotChannel(HttpPoster poster, Robot robot, PushTexts texts) {
        this.poster = poster;
        this.robot = robot;
        this.texts = texts;
    }

    @Override
    public Outcome send(Push push, Instant now) throws InterruptedException {
        PushText text = texts.of(push, PushStyle.MARKDOWN, robot.mostBytes());
        byte[] message = PushJson.bytes(robot.message(text, now));
        return poster.post(robot.address(now), Map.of(), message, robot::judge);
    }
}
