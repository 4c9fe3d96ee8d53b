package io.bandwatch.detectors.rds.text;

/**
 * The basic character set of RDS (IEC 62106-4, table of the basic character set; EN 50067:1998 annex E, code table G0).
 * Where the older table shows glyphs that stand for two letters, the letter of the languages it lists is taken: sharp s
 * and g with breve. Codes without a character read as a space.
 */
public final class CharacterSet {
    /** Ends a text that is shorter than its space. */
    public static final byte END = 0x0D;

    private static final String FROM_20 = " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]\u2015_\u2016abcdefghijklmnopqrstuvwxyz{|}¯ "
            + "áàéèíìóòúùÑÇŞß¡Ĳâäêëîïôöûüñçşğıĳ"
            + "ªα©‰Ğěňőπ€£$←↑→↓º¹²³±İńűµ¿÷°¼½¾§"
            + "ÁÀÉÈÍÌÓÒÚÙŘČŠŽÐĿÂÄÊËÎÏÔÖÛÜřčšžđŀ"
            + "ÃÅÆŒŷÝÕØÞŊŔĆŚŹŦðãåæœŵýõøþŋŕćśźŧ ";

    private CharacterSet() {}

    /** The text of these bytes, one character each. */
    public static String decode(byte[] bytes, int from, int to) {
        char[] characters = new char[to - from];
        for (int i = from; i < to; i++) {
            int code = bytes[i] & 0xFF;
            characters[i - from] = code < 0x20 ? ' ' : FROM_20.charAt(code - 0x20);
        }
        return new String(characters);
    }
}
