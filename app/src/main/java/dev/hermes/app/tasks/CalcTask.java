package dev.hermes.app.tasks;

import dev.hermes.app.report.LinesTable;
import dev.hermes.app.report.PayoutsTable;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.report.OutputFiles;
import dev.hermes.app.terminal.Figures;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.tasks.TaskHandler;
import dev.hermes.workspace.tasks.TaskRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calculates schemes for a period, keeps the result and writes it to files. */
public final class CalcTask implements TaskHandler {

    static final String KIND = "calc";

    private final int threads;

    /**
     * What is to be calculated.
     *
     * @param period
     *            the code of the period
     * @param schemes
     *            the codes of schemes, of one calendar
     * @param asOf
     *            what became known later is not read; null: everything is
     * @param out
     *            a file for the payouts; null for none
     * @param lines
     *            a file for the lines of statements; null for none
     */
    public record Order(String period, List<String> schemes, @Nullable LocalDate asOf, @Nullable Path out,
            @Nullable Path lines) {

        public Order {
            schemes = List.copyOf(schemes);
            out = out == null ? null : out.toAbsolutePath().normalize();
            lines = lines == null ? null : lines.toAbsolutePath().normalize();
        }
    }

    CalcTask(int threads) {
        this.threads = threads;
    }

    /** Queues a calculation, which may have to wait for other tasks. */
    public static Task queue(Workspace workspace, Order order, Task... after) {
        return workspace.tasks().add(KIND, "calculate " + order.period() + " of " + String.join(", ", order.schemes()),
                Payload.of(order), after);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isHeavy() {
        return true;
    }

    @Override
    public Effect prepare(TaskRun run) {
        Order order = Payload.read(run.task(), Order.class);
        OutputFiles files = new OutputFiles(run.workspace()::owns);
        CalcSession session = CalcSession.within(run.workspace(), threads);
        try {
            session.refuseClosed(order.schemes(), order.period());
            files.add(order.out(), new PayoutsTable());
            files.add(order.lines(), new LinesTable());
            CalcSession.Run calculated = session.run(order.schemes(), order.period(), order.asOf(), run);
            files.write(calculated.result(), run);
            return new Calculated(session, files, calculated);
        } catch (RuntimeException | Error e) {
            try (session) {
                files.close();
            }
            throw e;
        }
    }

    /** A result that waits to be kept. */
    private record Calculated(CalcSession session, OutputFiles files, CalcSession.Run run) implements Effect {

        @Override
        public String apply() {
            session.save(run);
            files.publish();
            return text(run.result());
        }

        @Override
        public void close() {
            try (session) {
                files.close();
            }
        }
    }

    private static String text(CalcResult result) {
        long paid = 0;
        long failed = 0;
        for (SchemeResult scheme : result.schemes()) {
            paid += IntStream.range(0, scheme.size()).filter(index -> scheme.payout(index).isPresent()).count();
            failed += IntStream.range(0, scheme.size()).filter(scheme::isFailed).count();
        }
        return Figures.counted(paid, "payout", "payouts")
                + (failed == 0 ? "" : ", " + Figures.count(failed) + " failed");
    }
}
