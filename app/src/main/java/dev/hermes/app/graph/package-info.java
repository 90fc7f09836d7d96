/** A canvas on which a graph of cards is shown, walked and edited; it knows nothing of what the cards stand for. */
@NullMarked
package dev.hermes.app.graph;

import org.jspecify.annotations.NullMarked;
