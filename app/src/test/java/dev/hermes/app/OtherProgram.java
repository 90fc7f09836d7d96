package dev.hermes.app;

import dev.hermes.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** A program of its own that has a workspace open, until it is closed. */
@NullMarked
public final class OtherProgram implements AutoCloseable {

    private final Process process;

    private OtherProgram(Process process) {
        this.process = process;
    }

    /** What the program does. */
    public static void main(String[] arguments) throws IOException {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            System.out.println(workspace.folder());
            int closed = System.in.read();
            System.exit(closed < 0 ? 0 : 1);
        }
    }

    /** Starts it, and returns when it has the workspace open. */
    public static OtherProgram open(Path workspace) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                OtherProgram.class.getName(), workspace.toString()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        if (said.readLine() == null) {
            throw new IllegalStateException("The other program has not opened " + workspace + ".");
        }
        return new OtherProgram(process);
    }

    /** By what others tell it. */
    public long id() {
        return process.pid();
    }

    /** Ends it as if the machine had lost its power. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Lets it end. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The other program could not be ended.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The other program was not awaited.", e);
        }
    }
}
