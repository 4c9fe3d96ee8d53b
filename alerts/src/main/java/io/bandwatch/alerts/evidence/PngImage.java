package io.bandwatch.alerts.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes images (PNG, second edition, W3C 2003: sections 5.3 and 11.2). No AWT is needed. */
public final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte TRUE_COLOUR = 2;
    private static final byte INDEXED = 3;

    private PngImage() {}

    /**
     * An image of 256 colours.
     *
     * @param width columns
     * @param height rows
     * @param pixels palette index of each pixel, row after row
     * @param palette red, green, blue of each index, 768 bytes
     */
    public static byte[] of(int width, int height, byte[] pixels, byte[] palette) {
        return file(width, height, INDEXED, palette, compressed(width, height, pixels));
    }

    /**
     * An image of any colours.
     *
     * @param rgb red, green, blue of each pixel, row after row
     */
    public static byte[] ofColours(int width, int height, byte[] rgb) {
        return file(width, height, TRUE_COLOUR, new byte[0], compressed(3 * width, height, rgb));
    }

    private static byte[] file(int width, int height, byte kind, byte[] palette, byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        // compression, filter and interlace methods 0
        header.put(BITS).put(kind);
        chunk(out, "IHDR", header.array());
        if (palette.length > 0) {
            chunk(out, "PLTE", palette);
        }
        chunk(out, "IDAT", pixels);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Every row begins with its filter type: 0, none. */
    private static byte[] compressed(int rowBytes, int height, byte[] pixels) {
        byte[] rows = new byte[height * (rowBytes + 1)];
        for (int row = 0; row < height; row++) {
            System.arraycopy(pixels, row * rowBytes, rows, row * (rowBytes + 1) + 1, rowBytes);
        }
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
