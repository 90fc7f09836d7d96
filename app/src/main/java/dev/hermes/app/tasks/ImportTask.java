package dev.hermes.app.tasks;

import dev.hermes.app.session.MappedFiles;
import dev.hermes.app.session.RejectFiles;
import dev.hermes.app.terminal.Figures;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.tasks.TaskHandler;
import dev.hermes.workspace.tasks.TaskRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings files in as mappings say, all or none. */
public final class ImportTask implements TaskHandler {

    static final String KIND = "import";
    private static final int NAMED = 4;

    /**
     * What is to be brought in.
     *
     * @param mappings
     *            files with mappings, or folders with such files
     * @param data
     *            the folder with the data; null: that of the mapping's file
     * @param rejects
     *            the folder for rows that are rejected; null: one is enough for nothing to be brought in
     * @param only
     *            the codes of the mappings that are meant; empty for all
     */
    public record Order(List<Path> mappings, @Nullable Path data, @Nullable Path rejects, List<String> only) {

        public Order {
            mappings = mappings.stream().map(Order::absolute).toList();
            data = data == null ? null : absolute(data);
            rejects = rejects == null ? null : absolute(rejects);
            only = List.copyOf(only);
        }

        /** Whoever does the task may be in another folder. */
        private static Path absolute(Path path) {
            return path.toAbsolutePath().normalize();
        }

        MappedFiles files() {
            MappedFiles all = MappedFiles.read(mappings, data);
            return only.isEmpty() ? all : all.only(Set.copyOf(only));
        }

        Order only(List<String> codes) {
            return new Order(mappings, data, rejects, codes);
        }
    }

    /** Queues a task that brings in these files, which the order names. */
    public static Task queue(Workspace workspace, MappedFiles files, Order order) {
        List<String> codes = files.codes();
        String named = String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())));
        String title = codes.size() > NAMED ? named + " and " + (codes.size() - NAMED) + " more" : named;
        return workspace.tasks().add(KIND, "import " + title, Payload.of(order));
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
        MappedFiles files = order.files();
        RejectFiles rejects = new RejectFiles(order.rejects(), run.workspace()::owns);
        return new Effect() {
            @Override
            public String apply() {
                List<ImportSummary> summaries = files.bringInto(run.workspace(), rejects::terms, (mapping, rows) -> {
                    run.checkCancelled();
                    run.progress(mapping + " " + Figures.count(rows) + " rows");
                });
                rejects.publish(summaries);
                return text(summaries);
            }

            @Override
            public void close() {
                rejects.close();
            }
        };
    }

    private static String text(List<ImportSummary> summaries) {
        long accepted = summaries.stream().mapToLong(ImportSummary::accepted).sum();
        long rejected = summaries.stream().mapToLong(ImportSummary::rejected).sum();
        return Figures.counted(accepted, "row", "rows") + (rejected == 0
                ? ""
                : ", " + Figures.count(rejected) + " rejected");
    }
}
