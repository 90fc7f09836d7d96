package dev.hermes.app.demo;

import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PersonRow;
import dev.hermes.workspace.ImportWriter;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings people, figures and facts into a workspace, as imports of their own: a file of yours that is imported by a
 * mapping of the same code takes their place. Used once.
 */
final class DemoData {

    private final Workspace workspace;
    private final DemoOptions options;
    private final ProgressListener progress;

    DemoData(Workspace workspace, DemoOptions options, ProgressListener progress) {
        this.workspace = workspace;
        this.options = options;
        this.progress = progress;
    }

    void write() {
        progress.progress("people", 0, 1);
        Company company = Company.of(options);
        write("organisation", rows -> organisation(company, rows));
        write("people", rows -> people(company, rows));
        Market market = Market.of(company, options);
        MonthlyFigures figures = new MonthlyFigures(company, options, market);
        write("targets", rows -> figures.targets(rows.with(ImportWriter::write)));
        write("last-year", rows -> figures.baselines(rows.with(ImportWriter::write)));
        write("scores", rows -> figures.scores(rows.with(ImportWriter::write)));
        write("adjustments", rows -> figures.adjustments(rows.with(ImportWriter::write)));
        progress.progress("people", 1, 1);
        Trading trading = trade(company, market);
        write("corrections", rows -> trading.corrections().forEach(rows.with(ImportWriter::write)));
    }

    private Trading trade(Company company, Market market) {
        return workspace.imports().replace("business", source(), imports -> {
            try (Books books = new Books(imports, workspace.documents().library())) {
                Trading trading = new Trading(company, options, market, books);
                trading.run(progress);
                books.keep(progress);
                return trading;
            } catch (IOException e) {
                throw new UncheckedIOException("The facts of the demo cannot be written.", e);
            }
        });
    }

    private static void organisation(Company company, Rows rows) {
        List<Organisation> organisations = Stream.of(company.regions(), company.cities(), company.teams())
                .flatMap(List::stream).toList();
        Consumer<OrganisationRow> places = rows.with(ImportWriter::write);
        organisations.forEach(organisation -> organisation.rows().forEach(places));
        organisations.stream().map(Personnel::regionOf).forEach(rows.with(ImportWriter::write));
        company.headships().rows().forEach(rows.with(ImportWriter::write));
    }

    private void people(Company company, Rows rows) {
        Personnel personnel = new Personnel(options);
        Consumer<PersonRow> persons = rows.with(ImportWriter::write);
        for (Employee employee : company.employees()) {
            persons.accept(new PersonRow(employee.id(), employee.name()));
            Personnel.assignments(employee).forEach(rows.with(ImportWriter::write));
            personnel.of(employee).forEach(rows.with(ImportWriter::write));
        }
    }

    private void write(String mapping, Consumer<Rows> rows) {
        workspace.imports().replace(mapping, source(), imports -> {
            rows.accept(new Rows(imports));
            return imports.rows();
        });
    }

    /** The rows of one import, each with a line of its own. */
    private static final class Rows {

        private final ImportWriter imports;
        private long line;

        Rows(ImportWriter imports) {
            this.imports = imports;
        }

        /** Takes rows of one kind. */
        <T> Consumer<T> with(Writing<T> writing) {
            return row -> writing.write(imports, ++line, row);
        }
    }

    /** How a row of one kind is written. */
    @FunctionalInterface
    private interface Writing<T> {
        void write(ImportWriter imports, long line, T row);
    }

    /**
     * What stands for the file that the rows come from: the numbers of people, facts and months, and the seed. It is short
     * because every row of an explanation names it.
     */
    private String source() {
        return "demo-" + options.people() + "-" + options.facts() + "-" + options.months() + "-" + options.seed();
    }
}
