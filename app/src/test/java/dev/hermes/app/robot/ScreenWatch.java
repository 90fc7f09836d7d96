package dev.hermes.app.robot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Watches how long the screen's thread does not answer, and what it does meanwhile. It asks again and again, and whatever
 * is under way then, be it an event, a layout or something handed back, keeps it waiting. What it finds is reported, for
 * nobody can promise how fast a machine is.
 */
final class ScreenWatch implements AutoCloseable {

    private static final long LONG = 8_000_000;
    private static final long PAUSE = 1_000_000;
    private static final long LOOK = 500_000;
    private static final int MOST_TOLD = 8;
    private static final Path REPORT = Path.of("target", "screen-watch.txt");

    private final String scenario;
    private final Thread screen;
    private final Thread watching;
    private final List<Stall> stalls = new ArrayList<>();
    private volatile boolean isOver;
    private long asked;

    /** A time for which the thread did not answer, and where it was in the middle of it. */
    private record Stall(long nanos, String where) {}

    /** @param screen the thread that is watched */
    ScreenWatch(String scenario, Thread screen) {
        this.scenario = scenario;
        this.screen = screen;
        watching = Thread.ofPlatform().daemon().name("screen-watch").start(this::watch);
    }

    private void watch() {
        while (!isOver) {
            AtomicLong answered = new AtomicLong();
            long begun = System.nanoTime();
            Platform.runLater(() -> answered.set(System.nanoTime()));
            asked++;
            String where = "";
            while (answered.get() == 0 && !isOver) {
                if (where.isEmpty() && System.nanoTime() - begun > LONG) {
                    where = where(screen.getStackTrace());
                }
                LockSupport.parkNanos(LOOK);
            }
            long took = answered.get() - begun;
            if (took > LONG) {
                stalls.add(new Stall(took, where));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** The innermost of our own methods, below the innermost of all. */
    private static String where(StackTraceElement[] stack) {
        String innermost = stack.length == 0 ? "" : named(stack[0]);
        return Arrays.stream(stack).filter(frame -> frame.getClassName().startsWith("dev.hermes."))
                .findFirst().map(own -> named(own) + " > " + innermost).orElse(innermost);
    }

    private static String named(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
    }

    /** Adds what was seen to a file below target. */
    @Override
    public void close() {
        isOver = true;
        try {
            watching.join();
            Files.createDirectories(REPORT.toAbsolutePath().getParent());
            Files.writeString(REPORT, report(), StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + REPORT + " cannot be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String report() {
        String longest = stalls.stream().sorted(Comparator.comparingLong(Stall::nanos).reversed()).limit(MOST_TOLD)
                .map(stall -> String.format(Locale.ROOT, "  %6.1f ms  %s%n", stall.nanos() / 1e6, stall.where()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, "%s: %d of %d times no answer within 8 ms%n%s", scenario, stalls.size(),
                asked, longest);
    }
}
