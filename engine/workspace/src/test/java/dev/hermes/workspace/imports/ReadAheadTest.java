package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.Message;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int[] WANTED = {0};

    /** So many batches of one row, whose line is the number of the batch; then the end, or a problem. */
    private static final class Numbered implements RowSource {

        private final int batches;
        private final boolean isBroken;
        private int read;
        private boolean isClosed;

        Numbered(int batches, boolean isBroken) {
            this.batches = batches;
            this.isBroken = isBroken;
        }

        @Override
        public List<String> columns() {
            return List.of("id");
        }

        @Override
        public @Nullable RowBatch next(int[] wanted) throws SourceProblem {
            read++;
            if (read <= batches) {
                return new RowBatch(1, new long[] {read}, new String[][] {{"k" + read}});
            }
            if (isBroken) {
                throw new SourceProblem(read, Message.verbatim("The line is broken. Maybe mend it."));
            }
            return null;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static void takeInOrder(RowSource source, int batches) throws IOException, SourceProblem {
        for (int line = 1; line <= batches; line++) {
            RowBatch batch = Objects.requireNonNull(source.next(WANTED));
            assertThat(batch.line(0)).isEqualTo(line);
            assertThat(batch.cells(0)).containsExactly("k" + line);
        }
    }

    @Test
    void rowsComeInTheirOrderUpToTheEnd() throws IOException, SourceProblem {
        try (ReadAhead ahead = new ReadAhead(new Numbered(100, false))) {
            assertThat(ahead.columns()).containsExactly("id");
            takeInOrder(ahead, 100);
            assertThat(ahead.next(WANTED)).isNull();
            assertThat(ahead.next(WANTED)).isNull();
        }
    }

    @Test
    void whatIsWrongIsSaidAfterTheRowsBeforeIt() throws IOException, SourceProblem {
        try (ReadAhead ahead = new ReadAhead(new Numbered(20, true))) {
            takeInOrder(ahead, 20);
            assertThatThrownBy(() -> ahead.next(WANTED)).isInstanceOfSatisfying(SourceProblem.class,
                    problem -> assertThat(problem.line()).isEqualTo(21));
        }
    }

    @Test
    void closedEarlyItReadsNoFurtherAndClosesTheSource() throws IOException, SourceProblem {
        Numbered source = new Numbered(1_000, false);
        try (ReadAhead ahead = new ReadAhead(source)) {
            takeInOrder(ahead, 1);
        }
        assertThat(source.isClosed).isTrue();
        assertThat(source.read).isLessThan(20);
    }
}
