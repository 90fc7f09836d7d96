package dev.hermes.app.terminal;

/** Makes text from files harmless to a terminal. Stateless. */
public final class Printable {

    private static final char REPLACEMENT = '�';

    private Printable() {}

    /**
     * The text with line ends and tabs as they are; every other control character, and those that change the direction
     * of writing, are replaced: a name in a file must not move the cursor or set a colour.
     */
    public static String of(String text) {
        return replaced(text, true);
    }

    /** The same in one line: line ends and tabs become blanks. */
    public static String line(String text) {
        return replaced(text, false);
    }

    private static String replaced(String text, boolean keepLines) {
        if (text.codePoints().noneMatch(Printable::isControl)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || codePoint == '\t') {
                printable.append(keepLines ? (char) codePoint : ' ');
            } else if (isControl(codePoint)) {
                printable.append(REPLACEMENT);
            } else {
                printable.appendCodePoint(codePoint);
            }
        });
        return printable.toString();
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069) || codePoint == 0x200E || codePoint == 0x200F;
    }
}
