package dev.hermes.app.session;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that a person names where a workspace is meant. */
public record WorkspaceFolder(Path path) {

    /** Whether a workspace can be made of it: it does not exist, or is empty but for what a killed attempt has left. */
    public boolean isFree() {
        if (!Files.exists(path)) {
            return true;
        }
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(Workspace::isDraft);
        } catch (IOException e) {
            throw UnusableFileException.unreadable(path, e);
        }
    }

    /** Whether it holds a workspace already. */
    public boolean isWorkspace() {
        return Files.isRegularFile(path.resolve("workspace.db"));
    }

    /**
     * Opens the workspace.
     *
     * @throws dev.hermes.workspace.WorkspaceException
     *             where there is none
     */
    public Workspace open() {
        if (Files.isRegularFile(path)) {
            throw UnusableFileException.of(Message.of("{0} is a file, and a workspace is a folder. Maybe the "
                    + "folder of the workspace belongs in front of it.", path));
        }
        return Workspace.open(path);
    }
}
