package dev.hermes.app.frame;

import dev.hermes.app.session.WorkspaceFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A workspace that was open.
 *
 * @param folder
 *            as it is kept in the settings
 * @param name
 *            the folder's own name
 * @param parent
 *            where the folder is; empty where it is nowhere
 * @param isThere
 *            whether it still holds a workspace
 */
record RecentWorkspace(String folder, String name, String parent, boolean isThere) {

    /** Looks at the disk. */
    static RecentWorkspace of(String folder) {
        try {
            Path path = Path.of(folder);
            Path name = path.getFileName();
            Path parent = path.getParent();
            return new RecentWorkspace(folder, name == null ? folder : name.toString(),
                    parent == null ? "" : parent.toString(), new WorkspaceFolder(path).isWorkspace());
        } catch (InvalidPathException _) {
            // Settings of another computer.
            return new RecentWorkspace(folder, folder, "", false);
        }
    }

    Path path() {
        return Path.of(folder);
    }
}
