package dev.hermes.workspace.imports;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ImportListener {

    /** Is told nothing. */
    ImportListener NONE = _ -> {
    };

    /**
     * Called now and then on the thread that imports. Where it throws, nothing is brought in.
     *
     * @param rows
     *            how many rows of the file have been read so far
     */
    void read(long rows);
}
