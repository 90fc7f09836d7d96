package dev.hermes.app.report;

import dev.hermes.app.terminal.Figures;
import dev.hermes.workspace.cache.CacheFigures;

/** What the cache was good for, in a line. */
public final class CacheLine {

    private static final int KIBI = 1024;

    private CacheLine() {}

    /** {@code Cache: 1 found in memory, 3 in the file, 0 computed; 350 ms saved; 4 values of 128 KiB in the file}. */
    public static String of(CacheFigures figures) {
        return "Cache: " + Figures.count(figures.memoryHits()) + " found in memory, "
                + Figures.count(figures.fileHits())
                + " in the file, " + Figures.count(figures.misses()) + " computed; "
                + Figures.count(figures.saved().toMillis()) + " ms saved; "
                + Figures.counted(figures.fileValues(), "value", "values") + " of "
                + Figures.count(Math.ceilDiv(figures.fileBytes(), KIBI)) + " KiB in the file"
                + (figures.damaged() == 0
                        ? ""
                        : "; " + Figures.count(figures.damaged()) + " that could not be read or written");
    }
}
