package dev.hermes.workspace;

import dev.hermes.model.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells other programs by whom a workspace is open: a file in its folder {@code open}, and beside it another one that is
 * locked as long as the program lives, so that nobody is taken for present who was killed. Thread-safe; to be closed.
 */
final class Presence implements AutoCloseable {

    static final String FOLDER = "open";
    private static final String LOCK = ".lock";
    private static final Pattern LOCK_NAME = Pattern.compile(UniqueName.PATTERN + Pattern.quote(LOCK));
    /** Whom this program has announced. Their locks are not looked at: closing a file gives up all that we have on it. */
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Path folder;
    private final Path card;
    private final Path lock;
    private final FileChannel channel;

    private Presence(String name, Path folder, Path card, Path lock, FileChannel channel) {
        this.name = name;
        this.folder = folder;
        this.card = card;
        this.lock = lock;
        this.channel = channel;
    }

    /** Whoever has a workspace open. */
    record Visitor(String author, String host, long process, Instant since) {

        Message said() {
            String moment = since.toString().replaceFirst("\\..*", "Z").replace('T', ' ');
            return host.isEmpty()
                    ? Message.of("{0} (process {1}, since {2})", author, process, moment)
                    : Message.of("{0} on {1} (process {2}, since {3})", author, host, process, moment);
        }
    }

    /** Announces this program in a workspace, until it is closed. */
    static Presence announce(Path workspace, String author, Instant now) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve(FOLDER));
        while (true) {
            String name = UniqueName.next();
            Path lock = folder.resolve(name + LOCK);
            OURS.add(name);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (isLocked(channel) && Files.exists(lock)) {
                Path card = folder.resolve(name);
                Files.write(card, List.of(author, host(), String.valueOf(ProcessHandle.current().pid()),
                        now.toString()));
                return new Presence(name, folder, card, lock, channel);
            }
            // Another program has taken it for abandoned, in the moment before it was locked, and removes it.
            channel.close();
            OURS.remove(name);
        }
    }

    /** Where there are no locks nobody finds anybody gone, so it is as good as locked. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    /** Not asked of the network, which may take seconds to say that it does not know. */
    private static String host() {
        return Stream.of("COMPUTERNAME", "HOSTNAME").map(System::getenv).filter(Objects::nonNull).findFirst()
                .orElse("");
    }

    /** By whom else the workspace is open, the first first. Removes what killed programs have left. */
    List<Visitor> others() throws IOException {
        List<Path> locks;
        try (Stream<Path> files = Files.list(folder)) {
            locks = files.filter(file -> LOCK_NAME.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !file.equals(lock)).toList();
        }
        List<Visitor> visitors = new ArrayList<>();
        for (Path other : locks) {
            String file = other.getFileName().toString();
            String its = file.substring(0, file.length() - LOCK.length());
            if (isPresent(its)) {
                visitor(folder.resolve(its)).ifPresent(visitors::add);
            }
        }
        visitors.sort((a, b) -> a.since().compareTo(b.since()));
        return visitors;
    }

    /** The name by which others ask whether this program {@linkplain #isPresent is present}. */
    String name() {
        return name;
    }

    /** Whether the program with this name has the workspace open. Removes what it has left where it was killed. */
    boolean isPresent(String other) throws IOException {
        if (OURS.contains(other)) {
            return true;
        }
        Path its = folder.resolve(other + LOCK);
        try (FileChannel itsChannel = FileChannel.open(its, StandardOpenOption.WRITE)) {
            if (itsChannel.tryLock() == null) {
                return true;
            }
            // While it is locked: else somebody could take it for their own before it is gone.
            Files.deleteIfExists(folder.resolve(other));
            Files.deleteIfExists(its);
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static Optional<Visitor> visitor(Path card) throws IOException {
        try {
            List<String> lines = Files.readAllLines(card);
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Visitor(lines.get(0), lines.get(1), Long.parseLong(lines.get(2)),
                            Instant.parse(lines.get(3))));
        } catch (NoSuchFileException justGone) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(card);
        } finally {
            Files.deleteIfExists(lock);
            OURS.remove(name);
        }
    }
}
