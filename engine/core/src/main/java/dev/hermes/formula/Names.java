package dev.hermes.formula;

import java.util.Optional;
import java.util.SequencedSet;

/** The names that a formula may use where it stands. Immutable and thread-safe. */
public interface Names {

    Optional<Symbol> find(String name);

    /** Every name, in the order in which they are offered while typing. */
    SequencedSet<String> all();
}
