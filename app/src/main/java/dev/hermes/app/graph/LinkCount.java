package dev.hermes.app.graph;

/**
 * How many of the links in view a frame shows.
 *
 * @param drawn
 *            at least in part
 * @param ofSelected
 *            those drawn that begin or end at a selected card
 */
record LinkCount(int drawn, int ofSelected, int inView) {

    static final LinkCount NONE = new LinkCount(0, 0, 0);

    boolean isThinned() {
        return drawn < inView;
    }
}
