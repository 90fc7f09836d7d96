package dev.hermes.app.graph;

/** How selected cards are brought into line. */
public enum Alignment {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM,
    /** Equal gaps from left to right; the outermost stay. */
    DISTRIBUTE_ACROSS,
    /** Equal gaps from top to bottom; the outermost stay. */
    DISTRIBUTE_DOWN
}
