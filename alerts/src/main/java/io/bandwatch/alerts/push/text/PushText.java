package io.bandwatch.alerts.push.text;

/**
 * A push in words.
 *
 * @param title one line
 * @param body lines
 */
public record PushText(String title, String body) {}
