package dev.hermes.app.demo;

import dev.hermes.app.files.StagedFolder;
import dev.hermes.app.session.CalcSession;
import dev.hermes.document.Library;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes workspaces with a travel company that exists only here: documents to read and change, people with their
 * careers, and months of orders, visits and complaints. All months but the last are calculated already.
 */
public final class Demo {

    /** The folder of the workspace that the documents lie in, to be read, changed and applied. */
    static final String DOCUMENTS = "documents";

    private static final List<String> FILES = List.of("company.yaml", "facts.yaml", "indicators.yaml",
            "field-sales.yaml", "team-leads.yaml", "key-accounts.yaml");

    private Demo() {}

    /** The code of the last month, which is complete and still to be calculated. */
    public static String latestPeriod(DemoOptions options) {
        return options.calendar().getLast().toString();
    }

    /**
     * Makes a workspace. The folder gets its name when all is done; where anything goes wrong, nothing is left behind.
     *
     * @param folder
     *            does not exist yet, or is empty
     * @throws dev.hermes.app.files.UnusableFileException
     *             where it is not, or cannot be written
     */
    public static void create(Path folder, DemoOptions options, ProgressListener progress) {
        try (StagedFolder staged = StagedFolder.of(folder)) {
            try (Workspace workspace = Workspace.create(staged.draft())) {
                List<DocumentFile> documents = documents();
                write(documents, staged.draft().resolve(DOCUMENTS));
                workspace.documents().apply(documents);
                new DemoData(workspace, options, progress).write();
            }
            calculateEarlierMonths(staged.draft(), options, progress);
            staged.publish();
        }
    }

    /** The documents of the demo, in the order in which they are best read. */
    static List<DocumentFile> documents() {
        List<DocumentFile> documents = new ArrayList<>();
        for (String name : FILES) {
            documents.add(DocumentFile.read(DOCUMENTS + "/" + name, text(name)));
        }
        return documents;
    }

    /** The documents of the demo, together. */
    static Library library() {
        return Library.of(documents().stream().flatMap(file -> file.documents().stream()).toList());
    }

    private static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Demo.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The document " + name + " of the demo cannot be read.", e);
        }
    }

    private static void write(List<DocumentFile> documents, Path folder) {
        try {
            Files.createDirectory(folder);
            for (DocumentFile document : documents) {
                Files.writeString(folder.resolveSibling(document.name()), document.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The documents of the demo cannot be written to " + folder + ".", e);
        }
    }

    /** Balances are carried from month to month, so the last month can only be calculated after the others. */
    private static void calculateEarlierMonths(Path folder, DemoOptions options, ProgressListener progress) {
        List<YearMonth> earlier = options.calendar().subList(0, options.months() - 1);
        try (CalcSession session = CalcSession.open(folder, List.of(), Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < earlier.size(); i++) {
                progress.progress("earlier months", i, earlier.size());
                String period = earlier.get(i).toString();
                session.save(session.run(session.schemesIn(period), period, null, RunMonitor.NONE));
            }
        }
        progress.progress("earlier months", earlier.size(), earlier.size());
    }
}
