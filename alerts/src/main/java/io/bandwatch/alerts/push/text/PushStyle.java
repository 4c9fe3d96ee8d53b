package io.bandwatch.alerts.push.text;

/** How a text is marked up. */
public enum PushStyle {
    /** Not at all. */
    PLAIN,
    /** The part of Markdown that the robots of WeCom, DingTalk and Feishu share: bold, links, line breaks. */
    MARKDOWN;

    private static final String SPECIAL = "<>[]*`#";
    private static final String FULL_WIDTH = "＜＞［］＊｀＃";

    /**
     * A value that was received from outside, such as what a transmitter calls itself, so that it marks up nothing, mentions
     * nobody and begins no line: characters that could are shown in full width, control characters as blanks.
     */
    String safe(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            int special = this == MARKDOWN ? SPECIAL.indexOf(character) : -1;
            if (special >= 0) {
                safe.append(FULL_WIDTH.charAt(special));
            } else {
                safe.append(Character.isISOControl(character) ? ' ' : character);
            }
        }
        return safe.toString();
    }

    String bold(String text) {
        return this == MARKDOWN ? "**" + text + "**" : text;
    }

    String link(String label, String address) {
        return this == MARKDOWN ? "[" + label + "](" + address + ")" : label + ": " + address;
    }

    String lineEnd() {
        return this == MARKDOWN ? "  \n" : "\n";
    }
}
