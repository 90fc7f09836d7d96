package dev.hermes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process has taken of memory. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** The most memory that this process has had resident; 0 where the system does not say so. */
    static double peakMebibytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024).findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new IllegalStateException("The status of this process cannot be read.", e);
        }
    }
}
