package dev.hermes.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The acceptance cases: schemes, mappings and small data as an analyst would write them. The two large cases read their
 * data from a folder of {@link SharedData}; the published ones bring theirs, and an {@code expected.csv} with a row for
 * each payee and period. Its first columns are {@code payee}, {@code period} and {@code payout}; further ones are named
 * after a parameter, a balance or an indicator ({@code .target} where its target is meant).
 */
public final class Cases {

    public static final Case ADVENTUREWORKS = new Case("adventureworks",
            List.of("company.yaml", "commission.yaml", "override.yaml", "territories.yaml"));

    public static final Case EMPLOYEES = new Case("employees",
            List.of("company.yaml", "bonus.yaml", "override.yaml"));

    private static final List<Case> PUBLISHED = List.of(
            published("a1-marginal-each-fact", "deals.csv", "sellers.csv"),
            published("a2-blended-rate", "deals.csv", "sellers.csv"),
            published("b-interpolated-each-fact", "deals.csv", "sellers.csv"),
            published("c1-cumulative-marginal", "invoices.csv", "sellers.csv"),
            published("c2-cumulative-marginal", "invoices.csv", "sellers.csv"),
            published("c3-accelerators", "goals.csv", "orders.csv", "sellers.csv"),
            published("d-recoverable-draw", "orders.csv", "sellers.csv"),
            published("e-whole-steps-with-cap", "activations.csv", "agents.csv", "sales_bases.csv"),
            published("f-roll-up-with-ramp", "deals.csv", "quotas.csv", "ramp.csv", "team.csv"),
            published("g-refund", "documents.csv", "sellers.csv"),
            published("h-tier-boundary", "orders.csv", "sellers.csv"));

    private Cases() {}

    /** Examples that vendors, courses, users and governments published, in the order of their letters. */
    public static List<Case> published() {
        return PUBLISHED;
    }

    private static Case published(String name, String... data) {
        List<String> files = new ArrayList<>(List.of("scheme.yaml", "data.yaml", "expected.csv"));
        files.addAll(List.of(data));
        return new Case("published/" + name, files);
    }

    /**
     * The files of one case.
     *
     * @param folder
     *            the folder of its files, below that of all cases
     * @param files
     *            their names
     */
    public record Case(String folder, List<String> files) {

        public Case {
            files = List.copyOf(files);
        }

        /** The files with documents. */
        public List<String> documents() {
            return files.stream().filter(file -> file.endsWith(".yaml")).toList();
        }

        /** The text of one file. */
        public String read(String file) {
            try (InputStream content = open(file)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file + " of the case " + folder + " cannot be read.", e);
            }
        }

        /**
         * Copies the files into a folder, as a person keeps them.
         *
         * @return the folder
         */
        public Path copyTo(Path target) {
            try {
                Files.createDirectories(target);
                for (String file : files) {
                    try (InputStream content = open(file)) {
                        Files.copy(content, target.resolve(file));
                    }
                }
                return target;
            } catch (IOException e) {
                throw new UncheckedIOException("The case " + folder + " cannot be copied to " + target + ".", e);
            }
        }

        private InputStream open(String file) {
            return Objects.requireNonNull(Cases.class.getResourceAsStream("cases/" + folder + "/" + file),
                    () -> "The case " + folder + " has no file " + file + ".");
        }

        /** The folder, so that reports of tests name the case. */
        @Override
        public String toString() {
            return folder;
        }
    }
}
