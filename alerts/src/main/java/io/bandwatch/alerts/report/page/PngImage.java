package io.bandwatch.alerts.report.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes an image of 256 colours (PNG, second edition, W3C 2003: sections 5.3 and 11.2). No AWT is needed. */
final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte INDEXED = 3;

    private PngImage() {}

    /**
     * The bytes of the file.
     *
     * @param width columns
     * @param height rows
     * @param pixels palette index of each pixel, row after row
     * @param palette red, green, blue of each index, 768 bytes
     */
    static byte[] of(int width, int height, byte[] pixels, byte[] palette) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        // compression, filter and interlace methods 0
        header.put(BITS).put(INDEXED);
        chunk(out, "IHDR", header.array());
        chunk(out, "PLTE", palette);
        chunk(out, "IDAT", compressed(width, height, pixels));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Every row begins with its filter type: 0, none. */
    private static byte[] compressed(int width, int height, byte[] pixels) {
        byte[] rows = new byte[height * (width + 1)];
        for (int row = 0; row < height; row++) {
            System.arraycopy(pixels, row * width, rows, row * (width + 1) + 1, width);
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
