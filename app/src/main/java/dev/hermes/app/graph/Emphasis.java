package dev.hermes.app.graph;

/** How a card stands out while something is selected. */
enum Emphasis {
    /** Nothing is selected. */
    PLAIN,
    SELECTED,
    /** It depends on the selected, or the selected depend on it. */
    LIT,
    DIMMED
}
