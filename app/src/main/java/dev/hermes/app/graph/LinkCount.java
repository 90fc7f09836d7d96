package dev.hermes.app.graph;

/**
 * How many of the links in view a frame shows.
 *
 * @param drawn
 *            at least in part
 */
record LinkCount(int drawn, int inView) {

    static final LinkCount NONE = new LinkCount(0, 0);

    boolean isThinned() {
        return drawn < inView;
    }
}
