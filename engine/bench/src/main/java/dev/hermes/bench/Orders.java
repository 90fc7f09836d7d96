package dev.hermes.bench;

import dev.hermes.local.FactFiles;
import dev.hermes.local.FactWriter;
import dev.hermes.model.Dataset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Ten million orders of a month, always the same, on one Parquet file. Few assignments have thousands of them and most a
 * hundred or two; many amounts are small, few are huge, and one in fifty is a refund.
 */
final class Orders {

    static final int ROWS = 10_000_000;

    private static final List<String> PRODUCTS = List.of("stay", "flight", "cruise", "package", "car", "insurance");
    private static final List<String> CHANNELS = List.of("online", "phone", "branch", "partner");
    private static final int VIPS_IN_100 = 8;
    private static final int REFUNDS_IN_100 = 2;

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<String> keys = Company.keys();

    private Orders() {}

    /** The facts folder below a folder, filled on first use. */
    static Path folder(Path below, Dataset dataset) {
        Path folder = below.resolve("facts-" + ROWS);
        if (FactFiles.in(folder).of(dataset.code()).isEmpty()) {
            System.out.println("Making " + ROWS + " orders in " + folder.toAbsolutePath() + "; they are kept.");
            new Orders().write(folder, dataset);
        }
        return folder;
    }

    private void write(Path folder, Dataset dataset) {
        try (FactWriter writer = FactWriter.create(folder, dataset)) {
            for (int row = 0; row < ROWS; row++) {
                append(row, writer);
            }
            writer.finish();
            writer.publish();
        }
    }

    private void append(int row, FactWriter writer) {
        double seller = random.nextDouble();
        int days = Company.START.lengthOfMonth();
        writer.append("O" + row, keys.get((int) (seller * seller * keys.size())), day(random.nextInt(days)), amount(),
                BigDecimal.valueOf(nights()), PRODUCTS.get(skewed(PRODUCTS.size())),
                CHANNELS.get(skewed(CHANNELS.size())), random.nextInt(100) < VIPS_IN_100);
    }

    private static LocalDate day(int number) {
        return Company.START.plusDays(number);
    }

    /** From 20 to some thousands. */
    private BigDecimal amount() {
        double part = random.nextDouble(0.005, 1);
        long cents = 2000 + (long) (4000 * (1 / part - 1)) + random.nextInt(100);
        return BigDecimal.valueOf(random.nextInt(100) < REFUNDS_IN_100 ? -cents : cents, 2);
    }

    private int nights() {
        return 1 + skewed(21);
    }

    /** A number below the bound, small ones more often. */
    private int skewed(int bound) {
        double part = random.nextDouble();
        return (int) (part * part * bound);
    }
}
