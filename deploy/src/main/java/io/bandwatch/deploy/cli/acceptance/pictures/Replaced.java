package io.bandwatch.deploy.cli.acceptance.pictures;

/** What is replaced in an insertion, and what is to be told of it. */
enum Replaced {
    NOTHING(false, false, ""),
    PICTURE(true, false, "picture-differs"),
    SOUND(false, true, "sound-differs"),
    BOTH(true, true, "sound-and-picture-differ");

    private final boolean picture;
    private final boolean sound;
    private final String reason;

    Replaced(boolean picture, boolean sound, String reason) {
        this.picture = picture;
        this.sound = sound;
        this.reason = reason;
    }

    boolean picture() {
        return picture;
    }

    boolean sound() {
        return sound;
    }

    /** Code of the reason. */
    String reason() {
        return reason;
    }
}
