package dev.hermes.app.graph;

/** A text of a card that is cut where it does not fit; the cut text is kept until the room for it changes. */
final class Caption {

    private static final String ELLIPSIS = "…";

    private final String text;
    private String shown = "";
    private double ratio = -1;

    Caption(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** What of it fits into a width at a size of type. */
    String fitting(Typeface typeface, double width, double size) {
        double wanted = width / size;
        if (wanted != ratio) {
            ratio = wanted;
            shown = typeface.width(text, 1) <= wanted ? text : cut(typeface, wanted);
        }
        return shown;
    }

    /** Type has changed: the widths are others. */
    void forget() {
        ratio = -1;
    }

    private String cut(Typeface typeface, double wanted) {
        double left = wanted - typeface.width(ELLIPSIS, 1);
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            left -= typeface.advance(point);
            if (left < 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
