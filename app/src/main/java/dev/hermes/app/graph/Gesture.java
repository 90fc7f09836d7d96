package dev.hermes.app.graph;

/** What the user does with the pointer held down. */
sealed interface Gesture permits Pan, Marquee, Move, Connect {

    void drag(Pointer pointer);

    void release(Pointer pointer);

    /** Given up: nothing has happened. */
    default void cancel() {}

    /** Draws over the links and below the cards. */
    default void paintBelow(Frame frame) {}

    /** Draws over everything. */
    default void paintAbove(Frame frame) {}

    /**
     * Where the pointer is.
     *
     * @param x
     *            on the canvas
     * @param adds
     *            whether Ctrl or Shift is held
     */
    record Pointer(double x, double y, boolean adds) {

        double graphX(Board board) {
            return board.camera().graphX(x);
        }

        double graphY(Board board) {
            return board.camera().graphY(y);
        }

        /** Whether this is so far from a start that more than a click is meant. */
        boolean isAwayFrom(Pointer start) {
            return Math.hypot(x - start.x, y - start.y) > 3;
        }
    }
}
