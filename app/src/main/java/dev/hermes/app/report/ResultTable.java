package dev.hermes.app.report;

import dev.hermes.kernel.CalcResult;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.io.IOException;
import java.util.List;

/** A table of what a run paid, whatever format it is written in. Stateless. */
public interface ResultTable {

    /** Takes the rows of a table, one by one. */
    @FunctionalInterface
    interface Rows {
        void row(List<Cell> cells) throws IOException;
    }

    /** The titles of the columns. */
    Sheet sheet(CalcResult result);

    /** Hands over the rows, in an order that depends on the result alone. */
    void rows(CalcResult result, Rows rows) throws IOException;
}
