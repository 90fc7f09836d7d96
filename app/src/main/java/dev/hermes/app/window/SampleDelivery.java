package dev.hermes.app.window;

import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A month of hotel orders for the demo as a partner would send them, with a few rows that are not as they should be, and
 * the mapping to read them with. For pictures.
 *
 * @param data
 *            the file with the orders
 * @param mapping
 *            the file with the mapping
 */
record SampleDelivery(Path data, Path mapping) {

    private static final int ROWS = 260;
    /** What the demo has, for a workspace that has nothing yet. */
    private static final String DATASET = """
            hermes: 1
            kind: dataset
            code: orders
            name: Orders and refunds
            columns:
              orderId: text
              bookedOn: date
              recordedOn: date
              seller: text
              customer: text
              productId: text
              channel: text
              status: text
              nights: {type: nights, digits: 6, scale: 0}
              amount: {type: CNY, digits: 12, scale: 2}
            key: orderId
            date: bookedOn
            recorded: recordedOn
            credit: {person: seller}
            """;
    private static final String MAPPING = """
            hermes: 1
            kind: mapping
            code: hotel-orders
            name: Hotel orders
            file: orders_oct.csv
            format: {csv: {grouping: ','}}
            into: facts
            of: orders
            where: status != "test"
            fields:
              orderId: order_no
              bookedOn: order_date
              recordedOn: {column: booked, format: dd/MM/yyyy}
              seller: employee_no
              customer: customer
              productId: product
              channel: {column: channel, lookup: {APP: App, TEL: Phone, DESK: Counter}}
              status: {value: booked}
              nights: nights
              amount: amount
            """;

    /** Writes the files to a folder. */
    static SampleDelivery in(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(
                "employee_no,order_date,amount,order_no,customer,product,channel,nights,booked,status,remark\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(row(i)).append('\n');
        }
        return new SampleDelivery(Files.writeString(folder.resolve("orders_oct.csv"), text),
                Files.writeString(folder.resolve("hotel-orders.yaml"), MAPPING));
    }

    /** Lets a workspace take the orders that has no documents. */
    static void prepare(Workspace workspace) {
        workspace.documents().apply(List.of(DocumentFile.read("orders.yaml", DATASET)));
    }

    private static String row(int i) {
        String amount = switch (i) {
            case 4 -> "\"1.234,50\"";
            case 17 -> "n/a";
            default -> String.format(Locale.ROOT, "\"%,d.%02d\"", 64 + i * 7919L % 2400, i * 37 % 100);
        };
        int day = i == 7 ? 32 : 1 + i / 9;
        String order = "HZ-" + (88121 + (i == 11 ? 10 : i));
        String channel = i == 13 ? "FAX" : i % 3 == 0 ? "APP" : i % 3 == 1 ? "TEL" : "DESK";
        return String.format(Locale.ROOT, "%d,2026-10-%02d,%s,%s,C%04d,P%02d,%s,%d,%02d/10/2026,%s,%s", 20417 + i % 40,
                day, amount, order, i * 31 % 900, i % 12, channel, 1 + i % 5, Math.min(day, 31),
                i % 29 == 28 ? "test" : "booked", i % 17 == 0 ? "late" : "");
    }
}
