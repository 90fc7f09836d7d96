package dev.hermes.app.terminal;

/** How many columns of a terminal a text takes. Stateless. */
final class TextWidth {

    /** First and last code points of the blocks whose characters take two columns (Unicode TR 11, wide and full). */
    private static final int[][] WIDE = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x4DBF}, {0x4E00, 0xA4CF},
        {0xA960, 0xA97C}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int codePoint) {
        if (codePoint < WIDE[0][0]) {
            return isCombining(codePoint) ? 0 : 1;
        }
        for (int[] block : WIDE) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return 2;
            }
        }
        return isCombining(codePoint) ? 0 : 1;
    }

    private static boolean isCombining(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    /** The text as it is, or its beginning and an ellipsis where it takes more columns than given. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder beginning = new StringBuilder();
        int width = 0;
        for (int codePoint : text.codePoints().toArray()) {
            width += of(codePoint);
            if (width > columns - 1) {
                break;
            }
            beginning.appendCodePoint(codePoint);
        }
        return beginning.append('…').toString();
    }
}
