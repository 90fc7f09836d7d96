package dev.hermes.workspace.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first rows of a source, as if there were no others. */
final class FirstRows implements RowSource {

    private final RowSource source;
    private int left;

    FirstRows(RowSource source, int rows) {
        this.source = source;
        left = rows;
    }

    @Override
    public List<String> columns() {
        return source.columns();
    }

    @Override
    public @Nullable RowBatch next(int[] wanted) throws IOException, SourceProblem {
        RowBatch batch = left == 0 ? null : source.next(wanted);
        if (batch == null) {
            return null;
        }
        RowBatch first = batch.first(left);
        left -= first.size();
        return first;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
