package dev.hermes.app.graph;

/** How much of a card is drawn: less, the farther away it is. */
enum Detail {
    /** A rectangle in the colour of its kind. */
    BLOCK,
    /** A card without text. */
    BLANK,
    /** Its title, in type that can be read. */
    TITLE,
    FULL;

    static Detail at(double zoom) {
        return zoom < 0.12 ? BLOCK : zoom < 0.3 ? BLANK : zoom < 0.6 ? TITLE : FULL;
    }

    boolean hasTitles() {
        return compareTo(TITLE) >= 0;
    }
}
