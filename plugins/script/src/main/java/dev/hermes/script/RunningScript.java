package dev.hermes.script;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import groovy.transform.ThreadInterrupt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * A script that was compiled. Loops, methods and closures of it look whether their thread was interrupted; what it
 * calls of Java does so or does not. Of one thread.
 */
final class RunningScript implements AutoCloseable {

    private final String name;
    private final GroovyClassLoader classes;
    private final Script script;

    private RunningScript(String name, GroovyClassLoader classes, Script script) {
        this.name = name;
        this.classes = classes;
        this.script = script;
    }

    /**
     * Compiles a script.
     *
     * @param name
     *            of its file, by which it is known in what it throws
     * @param variables
     *            what the script may use without declaring it
     */
    static RunningScript compile(String name, String text, Map<String, @Nullable Object> variables)
            throws UnreadableTableException, IOException {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(new ASTTransformationCustomizer(ThreadInterrupt.class));
        GroovyClassLoader classes = new GroovyClassLoader(RunningScript.class.getClassLoader(), configuration);
        try {
            Class<?> compiled = classes.parseClass(new GroovyCodeSource(text, name, "/hermes/script"), false);
            return new RunningScript(name, classes, InvokerHelper.createScript(compiled, new Binding(variables)));
        } catch (MultipleCompilationErrorsException e) {
            classes.close();
            throw uncompiled(e);
        } catch (CompilationFailedException e) {
            classes.close();
            throw new UnreadableTableException(1,
                    Message.of("The script cannot be compiled: {0}. Maybe correct it.", line(e)));
        }
    }

    private static UnreadableTableException uncompiled(MultipleCompilationErrorsException thrown) {
        return thrown.getErrorCollector().getErrors().stream()
                .filter(SyntaxErrorMessage.class::isInstance).map(SyntaxErrorMessage.class::cast).findFirst()
                .map(error -> new UnreadableTableException(Math.max(1, error.getCause().getStartLine()), Message.of(
                        "The script cannot be compiled: {0}. Maybe correct it.",
                        oneLine(error.getCause().getOriginalMessage()))))
                .orElseGet(() -> new UnreadableTableException(1, Message.of("The script cannot be compiled: {0}. "
                        + "Maybe correct it.", line(thrown))));
    }

    /** Runs the script from its beginning to its end. */
    @Nullable
    Object run() throws UnreadableTableException, IOException {
        return calling(script::run);
    }

    /**
     * Calls into the script, which may throw anything.
     *
     * @throws UnreadableTableException
     *             with the line of the script where it did
     * @throws InterruptedIOException
     *             where it ended because it was interrupted
     */
    <T extends @Nullable Object> T calling(Supplier<T> call) throws UnreadableTableException, IOException {
        try {
            return call.get();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            if (isInterrupted(e)) {
                throw new InterruptedIOException("The script was interrupted.");
            }
            throw new UnreadableTableException(lineIn(e), Message.of("The script failed: {0}. Maybe correct it "
                    + "there.", line(e)));
        }
    }

    private static boolean isInterrupted(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof InterruptedException || each instanceof InterruptedIOException) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    /** The line of the script that was reached; 1 where it is not known. */
    private int lineIn(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            for (StackTraceElement call : each.getStackTrace()) {
                if (name.equals(call.getFileName()) && call.getLineNumber() > 0) {
                    return call.getLineNumber();
                }
            }
        }
        return 1;
    }

    private static String line(Throwable thrown) {
        String said = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (said == null ? "" : ": " + oneLine(said));
    }

    private static String oneLine(String said) {
        String line = said.strip().replaceAll("\\s+", " ");
        String cut = line.length() > 300 ? line.substring(0, 300) + "…" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
