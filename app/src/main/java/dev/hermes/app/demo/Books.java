package dev.hermes.app.demo;

import dev.hermes.app.demo.Catalogue.Product;
import dev.hermes.app.demo.Catalogue.Sale;
import dev.hermes.app.demo.Trading.Order;
import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.local.FactWriter;
import dev.hermes.local.Limits;
import dev.hermes.model.Dataset;
import dev.hermes.workspace.ImportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where facts are entered, each with a number of its own: one book for each dataset. Of one thread; to be closed. */
final class Books implements AutoCloseable {

    /** Three books of any size are open at once. On one thread the same rows give the same bytes. */
    private static final Limits LIMITS = Limits.standard().withMemory(384L << 20).withThreads(1);

    private final ImportWriter imports;
    private final List<Book> books = new ArrayList<>();
    private final Book products;
    private final Book orders;
    private final Book visits;
    private final Book complaints;

    private record Book(Dataset dataset, Path file, FactWriter writer) {

        /** The next number, such as {@code O000000042}. */
        String next(char letter) {
            String number = String.valueOf(writer.rows() + 1);
            return letter + "0".repeat(Math.max(0, 9 - number.length())) + number;
        }
    }

    /** Opens empty books; the columns of their rows are those that the datasets declare. */
    Books(ImportWriter imports, Library library) throws IOException {
        this.imports = imports;
        try {
            products = open(library, "products");
            orders = open(library, "orders");
            visits = open(library, "visits");
            complaints = open(library, "complaints");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Book open(Library library, String code) throws IOException {
        Dataset dataset = library.dataset(code).orElseThrow();
        Path file = imports.newFactFile(code);
        Book book = new Book(dataset, file, FactWriter.to(file, dataset, LIMITS));
        books.add(book);
        return book;
    }

    void product(Product product) {
        products.writer().append(product.id(), product.name(), product.line().word());
    }

    void visit(LocalDate day, String seller, String customer, int minutes, String outcome) {
        visits.writer().append(visits.next('V'), day, seller, customer, Decimal.of(minutes), outcome);
    }

    Order order(LocalDate day, LocalDate recorded, @Nullable String seller, String customer, Sale sale,
            String channel, Decimal amount, Decimal discount) {
        Order order = new Order(orders.next('O'), seller, customer, sale, channel, amount, discount);
        orders.writer().append(order.id(), day, recorded, seller, customer, sale.product().id(), channel, "booked",
                null, Decimal.of(sale.nights()), amount, discount);
        return order;
    }

    /** All of an order is given back. */
    void refund(LocalDate day, Order order) {
        orders.writer().append(orders.next('O'), day, day, order.seller(), order.customer(),
                order.sale().product().id(), order.channel(), "refunded", order.id(),
                Decimal.of(-order.sale().nights()), order.amount().negated(), order.discount());
    }

    /** @param upheld null: not decided yet */
    void complaint(LocalDate day, Order order, String subject, @Nullable Boolean upheld) {
        complaints.writer().append(complaints.next('K'), day, order.seller(), order.id(), subject, upheld);
    }

    /** Brings all books into the workspace. */
    void keep(ProgressListener progress) {
        for (int i = 0; i < books.size(); i++) {
            progress.progress("writing facts", i, books.size());
            Book book = books.get(i);
            book.writer().finish();
            book.writer().publish();
            imports.addFactFile(book.dataset().code(), book.file(), book.writer().rows());
        }
        progress.progress("writing facts", books.size(), books.size());
    }

    @Override
    public void close() {
        books.forEach(book -> book.writer().close());
    }
}
