package dev.hermes.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Names given one by one. Immutable and thread-safe. */
public final class SymbolTable implements Names {

    /** No names at all. */
    public static final SymbolTable EMPTY = builder().build();

    private final SequencedMap<String, Symbol> symbols;

    private SymbolTable(SequencedMap<String, Symbol> symbols) {
        this.symbols = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(symbols));
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<Symbol> find(String name) {
        return Optional.ofNullable(symbols.get(name));
    }

    @Override
    public SequencedSet<String> all() {
        return symbols.sequencedKeySet();
    }

    /** Collects names in the order in which they are offered. Not thread-safe. */
    public static final class Builder {

        private final SequencedMap<String, Symbol> symbols = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a name.
         *
         * @throws IllegalArgumentException
         *             where the name is taken
         */
        public Builder add(String name, Symbol symbol) {
            if (symbols.putIfAbsent(name, symbol) != null) {
                throw new IllegalArgumentException(
                        "The name '" + name + "' is there twice. Maybe rename one of the two.");
            }
            return this;
        }

        public SymbolTable build() {
            return new SymbolTable(symbols);
        }
    }
}
