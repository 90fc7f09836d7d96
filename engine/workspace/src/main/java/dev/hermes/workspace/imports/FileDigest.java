package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import dev.hermes.workspace.FileSha256;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a file, made beside the reading of its rows. Of one thread. */
final class FileDigest implements AutoCloseable {

    private final Path file;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
    private final State before;
    private final CompletableFuture<String> digest;

    private record State(long size, FileTime changed) {}

    FileDigest(Path file) {
        this.file = file;
        before = state();
        digest = CompletableFuture.supplyAsync(() -> FileSha256.of(file), beside);
    }

    /** The digest as hexadecimal digits; null where the file was changed meanwhile, so that it is of no certain state. */
    @Nullable
    String sha256() {
        try {
            String made = digest.join();
            return state().equals(before) ? made : null;
        } catch (CompletionException e) {
            throw e.getCause() instanceof WorkspaceException problem ? problem : e;
        }
    }

    private State state() {
        try {
            return new State(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("The file {0} cannot be read", file), e);
        }
    }

    @Override
    public void close() {
        beside.close();
    }
}
