package dev.hermes.excel;

import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.spi.WorkbookWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes many payouts, as a program of its own so that its memory can be bounded: {@code FILE ROWS}. */
final class ManyRows {

    private static final List<String> TITLES = List.of("payee", "person", "name", "organisation", "scheme", "period",
            "status", "payout", "currency", "commission", "commission.reason", "commission.capped", "bonus",
            "bonus.reason", "bonus.capped", "adjustments");

    private ManyRows() {}

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[1]);
        long start = System.nanoTime();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])));
                WorkbookWriter writer = new ExcelExport().open(file)) {
            writer.sheet(new Sheet("Payouts", true,
                    TITLES.stream().map(title -> new Sheet.Column(title, 16)).toList()));
            for (int row = 0; row < rows; row++) {
                writer.row(payout(row));
            }
            writer.finish();
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed()).sum();
        System.out.printf("%,d rows in %.1f s, at most %d MiB of heap%n", rows, (System.nanoTime() - start) / 1e9,
                peak >> 20);
    }

    private static List<Cell> payout(int row) {
        List<Cell> cells = new ArrayList<>();
        String person = "P%07d".formatted(row);
        for (String text : List.of(person + "_Seller_North", person, "Name of " + person, "North", "field-sales",
                "2026-06", "paid")) {
            cells.add(Cell.text(text));
        }
        cells.add(Cell.number(BigDecimal.valueOf(row * 137L % 10_000_000, 2)));
        cells.add(Cell.text("CNY"));
        IntStream.of(3, 7).forEach(part -> {
            cells.add(Cell.number(BigDecimal.valueOf(row * 13L % 1_000_000 * part, 2)));
            cells.add(Cell.text("Hotels by slices"));
            cells.add(Cell.EMPTY);
        });
        cells.add(Cell.number(BigDecimal.valueOf(-row % 1000, 2)));
        return cells;
    }
}
