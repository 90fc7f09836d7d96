package dev.hermes.document.internal;

/** Text from a document, as messages quote it. */
public final class Quotation {

    private static final int LONGEST = 60;

    private Quotation() {}

    /** The text in single quotes, cut where it is long, with characters that cannot be seen written as U+XXXX. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(LONGEST).forEach(character -> {
            if (Characters.isForbidden(character) || character == '\n' || character == '\t') {
                quoted.append(Characters.name(character));
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…'" : "'").toString();
    }
}
