package dev.hermes.workspace;

import dev.hermes.model.CalcInputs;
import dev.hermes.model.Message;
import dev.hermes.workspace.cache.Cache;
import dev.hermes.workspace.cache.CachedInputs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one person works: {@code workspace.db} with documents, brought-in rows and results, and
 * {@code facts/} with Parquet files. Thread-safe.
 */
public final class Workspace implements AutoCloseable {

    private static final String DATABASE = "workspace.db";
    private static final Pattern DRAFT = Pattern
            .compile(Pattern.quote(DATABASE) + "\\." + UniqueName.PATTERN + "(-wal|-shm|-journal)?");
    private static final String CACHE = "cache.db";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final WorkspaceDatabase database;
    private final Documents documents;
    private final Imports imports;
    private final Lineage lineage;
    private final Runs runs;
    private final Closings closings;
    private final Tasks tasks;
    private final Schedules schedules;
    private final Backups backups;
    private final Facts facts;
    private final KeptRejects rejects;
    private final Cache.Opening cache;
    private @Nullable Presence presence;

    private Workspace(Path folder, WorkspaceDatabase database, Clock clock, String author) {
        this.folder = folder;
        this.database = database;
        facts = new Facts(database, folder.resolve(Facts.FOLDER));
        documents = new Documents(database, new Journal(clock, author));
        rejects = new KeptRejects(database, folder.resolve(KeptRejects.FOLDER));
        imports = new Imports(database, facts, rejects, documents, clock, author, TakenOut.MOST_ROWS);
        lineage = new Lineage(database, folder.resolve(Facts.FOLDER));
        runs = new Runs(database, clock, author);
        closings = new Closings(database, clock, author);
        tasks = new Tasks(database, clock, author, this::announced);
        schedules = new Schedules(database, clock, tasks);
        backups = new Backups(folder);
        cache = new Cache.Opening(folder.resolve(CACHE), clock);
    }

    /**
     * Makes a workspace of a folder, which may exist, and opens it.
     *
     * @throws WorkspaceException
     *             where it holds one already
     */
    public static Workspace create(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute.resolve(DATABASE))) {
            throw alreadyThere(absolute);
        }
        // Whole or not at all: the database gets its name when it is complete.
        Path draft = absolute.resolve(DATABASE + "." + UniqueName.next());
        try {
            Files.createDirectories(absolute);
            try {
                WorkspaceDatabase.create(draft, PATIENCE);
                // Not over another: a program that makes the workspace at the same time may have been faster.
                Files.move(draft, absolute.resolve(DATABASE));
                Files.createDirectories(absolute.resolve(Facts.FOLDER));
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw Files.isDirectory(absolute)
                    ? alreadyThere(absolute)
                    : unmakeable(absolute, Message.of("{0} is a file", e.getFile()), e);
        } catch (IOException e) {
            Message reason = e instanceof AccessDeniedException denied
                    ? Message.of("{0} may not be written", denied.getFile())
                    : e instanceof FileSystemException problem && problem.getReason() != null
                            ? Message.verbatim(problem.getReason())
                            : Message.of("nothing can be written there");
            throw unmakeable(absolute, reason, e);
        }
        return open(absolute);
    }

    private static WorkspaceException alreadyThere(Path folder) {
        return new WorkspaceException(Message.of("The folder {0} holds a workspace already.", folder),
                Message.of("Maybe open it."));
    }

    private static WorkspaceException unmakeable(Path folder, Message reason, IOException cause) {
        return new WorkspaceException(Message.of("The folder {0} cannot be made a workspace: {1}.", folder, reason),
                Message.of("Maybe ask for the right to write there, or choose another folder."), cause);
    }

    /** Whether a file is what remains where {@link #create} was killed; a folder with nothing else is as good as empty. */
    public static boolean isDraft(Path file) {
        return DRAFT.matcher(file.getFileName().toString()).matches();
    }

    /** Opens the workspace of a folder; the times that it notes are the system's. */
    public static Workspace open(Path folder) {
        return open(folder, Clock.systemUTC());
    }

    /**
     * Opens the workspace of a folder.
     *
     * @param clock
     *            tells the times that are noted with documents, imports and runs, as whose author the user of the
     *            operating system counts
     * @throws WorkspaceException
     *             where the folder is missing or holds no workspace, or that of a later version
     */
    public static Workspace open(Path folder, Clock clock) {
        return open(folder, clock, System.getProperty("user.name", "unknown"), PATIENCE);
    }

    static Workspace open(Path folder, Clock clock, String author, Duration patience) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path file = databaseOf(absolute);
        Workspace workspace = new Workspace(absolute, WorkspaceDatabase.open(file, patience), clock, author);
        try {
            workspace.announce(author, clock.instant());
            workspace.facts.removeLeftovers();
            workspace.rejects.removeLeftovers();
            workspace.backUp(clock.instant());
            removeDrafts(absolute);
        } catch (IOException e) {
            workspace.close();
            throw WorkspaceException.of(Message.of("The folder {0} cannot be read", absolute), e);
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
        return workspace;
    }

    private void announce(String author, Instant now) throws IOException {
        Presence announced = Presence.announce(folder, author, now);
        presence = announced;
        database.setOthers(this::openBy);
    }

    private Presence announced() {
        return Objects.requireNonNull(presence, "A workspace is announced before anybody has it.");
    }

    /** Once a day, before anything is changed. */
    private void backUp(Instant now) throws IOException {
        if (backups.isDue(now) && !(documents.history().isEmpty() && imports.current().isEmpty())) {
            backups.make(database, now);
        }
    }

    /**
     * Looks for damage in the workspace of a folder, which is left as it is.
     *
     * @return what is damaged, in words; empty where nothing is
     */
    public static List<String> examine(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return Doctor.examine(databaseOf(absolute), absolute);
    }

    /**
     * Puts the latest backup that is intact in the place of the database, which is kept beside it under another name.
     *
     * @return when the backup was made: what was changed later is lost
     * @throws WorkspaceException
     *             where there is none, or the workspace is open elsewhere
     */
    public static Instant restore(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path file = databaseOf(absolute);
        Instant now = Instant.now();
        try (Presence presence = Presence.announce(absolute, System.getProperty("user.name", "unknown"), now)) {
            List<Presence.Visitor> others = presence.others();
            if (!others.isEmpty()) {
                throw new WorkspaceException(
                        Message.of("The workspace {0} is open by {1}.", absolute, others.getFirst().said()),
                        Message.of("Maybe close it there first."));
            }
            Backups.Backup backup = new Backups(absolute).latestIntact();
            if (backup == null) {
                throw new WorkspaceException(Message.of("The workspace {0} has no backup that is intact.", absolute),
                        Message.of("Maybe make a new one: apply its documents and import its files again."));
            }
            Path draft = absolute.resolve(DATABASE + "." + UniqueName.next());
            Files.copy(backup.file(), draft);
            String aside = DATABASE + ".damaged-" + now.toString().replace(':', '-');
            for (String ending : List.of("", "-wal", "-shm")) {
                Path part = absolute.resolve(DATABASE + ending);
                if (Files.exists(part)) {
                    Files.copy(part, absolute.resolve(aside + ending));
                }
            }
            // What is left of the write-ahead log would be taken for the backup's.
            Files.deleteIfExists(absolute.resolve(DATABASE + "-wal"));
            Files.deleteIfExists(absolute.resolve(DATABASE + "-shm"));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return backup.madeAt();
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("The workspace {0} cannot be restored", absolute), e);
        }
    }

    private static Path databaseOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WorkspaceException(Message.of("The folder {0} does not exist.", folder),
                    Message.of("Maybe the path has a typing error, or the workspace was moved."));
        }
        Path file = folder.resolve(DATABASE);
        if (!Files.isRegularFile(file)) {
            throw new WorkspaceException(
                    Message.of("The folder {0} is not a workspace: it holds no {1}.", folder, DATABASE), Message.of(
                            "Maybe this is another folder than you meant; a new workspace needs a new or an empty "
                                    + "one."));
        }
        return file;
    }

    /** Who else has the workspace open, each with user, process and since when; the first first. */
    public List<Message> openBy() {
        Presence announced = presence;
        if (announced == null) {
            return List.of();
        }
        try {
            return announced.others().stream().map(Presence.Visitor::said).toList();
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("It cannot be told by whom the workspace {0} is open", folder), e);
        }
    }

    /** Whoever is still writing one of them comes too late: there is a database. */
    private static void removeDrafts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Workspace::isDraft).forEach(draft -> draft.toFile().delete());
        }
    }

    /** Opens the workspace of a folder, and makes it one first where it is none. */
    public static Workspace openOrCreate(Path folder) {
        return Files.exists(folder.resolve(DATABASE)) ? open(folder) : create(folder);
    }

    /** The folder of the workspace, absolute. */
    public Path folder() {
        return folder;
    }

    /**
     * Whether a file in an existing folder is one of the workspace's own, which nobody else may write: the database,
     * facts, rejected rows, and what tells by whom it is open.
     */
    public boolean owns(Path file) {
        try {
            Path home = folder.toRealPath();
            Path place = Objects.requireNonNull(file.toAbsolutePath().getParent()).toRealPath()
                    .resolve(file.getFileName());
            return place.startsWith(home.resolve(Facts.FOLDER)) || place.startsWith(home.resolve(Presence.FOLDER))
                    || place.startsWith(home.resolve(Backups.FOLDER))
                    || place.startsWith(home.resolve(KeptRejects.FOLDER))
                    || home.equals(place.getParent()) && (place.getFileName().toString().startsWith(DATABASE)
                            || place.getFileName().toString().startsWith(CACHE));
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("The folder of {0} cannot be read", file), e);
        }
    }

    /** What analysts have written. */
    public Documents documents() {
        return documents;
    }

    /** What mappings have brought in. */
    public Imports imports() {
        return imports;
    }

    /** Where rows came from. */
    public Lineage lineage() {
        return lineage;
    }

    /** The Parquet files with the facts. */
    public Facts facts() {
        return facts;
    }

    /** The results of runs. */
    public Runs runs() {
        return runs;
    }

    /** The periods whose results are final. */
    public Closings closings() {
        return closings;
    }

    /** What was computed and may be needed again; its file is made when it is first asked for. */
    public Cache cache() {
        return cache.get();
    }

    /** What is to be done, is being done and was done. */
    public Tasks tasks() {
        return tasks;
    }

    /** What is to be done again and again. */
    public Schedules schedules() {
        return schedules;
    }

    /** What a run reads besides documents and facts, all from one state of the workspace. */
    public CalcInputs inputs(Needed needed, CalcInputs.Balances balances) {
        return database.read(handle -> new InputRows(handle, needed).read(balances));
    }

    /** The same, with the version of all that was brought in; from the cache where that has this version. */
    public InputsRead read(Needed needed, CalcInputs.Balances balances) {
        CachedInputs cached = new CachedInputs(cache());
        return database.read(handle -> {
            String version = InputRows.version(handle);
            CalcInputs rows = cached.get(version,
                    () -> new InputRows(handle, needed).read(CalcInputs.Balances.NONE), needed.codes());
            return new InputsRead(rows.with(balances), version);
        });
    }

    /** The same exactly where all that was brought in is the same; facts do not count. */
    public String inputsVersion() {
        return database.read(InputRows::version);
    }

    /**
     * Makes several changes one: all of them or, where the action throws, none. Others see them when all are made.
     *
     * @param action
     *            changes this workspace on the thread that it is called on
     */
    public <T, X extends Exception> T together(Action<T, X> action) throws X {
        return database.write(_ -> action.run());
    }

    /** Changes that belong together. */
    @FunctionalInterface
    public interface Action<T, X extends Exception> {

        /** Makes the changes. */
        T run() throws X;
    }

    /** Lets go of the files. What was written is safe without it. */
    @Override
    public void close() {
        database.close();
        if (presence != null) {
            try {
                presence.close();
            } catch (IOException e) {
                throw WorkspaceException.of(Message.of("The workspace {0} cannot be closed properly", folder), e);
            }
        }
    }
}
