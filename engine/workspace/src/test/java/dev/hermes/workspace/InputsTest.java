package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Dates;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Series;
import dev.hermes.model.SuperiorRow;
import dev.hermes.testkit.RandomDecimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private CalcInputs inputs(Needed needed) {
        return workspace.inputs(needed, CalcInputs.Balances.NONE);
    }

    @Test
    void whatWasWrittenIsRead() {
        for (long seed = 1; seed <= 20; seed++) {
            CalcInputs written = new RandomInputs(seed).inputs();
            workspace.imports().replace("everything", "everything.csv", writer -> {
                write(writer, written);
                return writer.rows();
            });
            CalcInputs read = inputs(Needed.ALL);
            assertThat(read.organisations()).as("seed %s", seed).hasSameElementsAs(written.organisations());
            assertThat(read.leaders()).hasSameElementsAs(written.leaders());
            assertThat(read.superiors()).hasSameElementsAs(written.superiors());
            assertThat(read.persons()).hasSameElementsAs(written.persons());
            assertThat(read.assignments()).containsExactlyInAnyOrderElementsOf(written.assignments());
            assertThat(read.datedValues()).containsExactlyInAnyOrderElementsOf(written.datedValues());
            assertThat(read.periodValues()).containsExactlyInAnyOrderElementsOf(written.periodValues());
            assertThat(read.corrections()).containsExactlyInAnyOrderElementsOf(written.corrections());
            assertThat(read.adjustments()).containsExactlyInAnyOrderElementsOf(written.adjustments());
        }
    }

    private static void write(ImportWriter writer, CalcInputs inputs) {
        long line = 2;
        for (OrganisationRow row : inputs.organisations()) {
            writer.write(line++, row);
        }
        for (LeaderRow row : inputs.leaders()) {
            writer.write(line++, row);
        }
        for (SuperiorRow row : inputs.superiors()) {
            writer.write(line++, row);
        }
        for (PersonRow row : inputs.persons()) {
            writer.write(line++, row);
        }
        for (AssignmentRow row : inputs.assignments()) {
            writer.write(line++, row);
        }
        for (DatedValueRow row : inputs.datedValues()) {
            writer.write(line++, row);
        }
        for (PeriodValueRow row : inputs.periodValues()) {
            writer.write(line++, row);
        }
        for (Correction row : inputs.corrections()) {
            writer.write(line++, row);
        }
        for (Adjustment row : inputs.adjustments()) {
            writer.write(line++, row);
        }
        assertThat(writer.takeConflicts()).isEmpty();
    }

    private static PeriodValueRow target(String indicator, String period, long value) {
        return new PeriodValueRow(indicator, Series.TARGET, "1_Seller_East", period, Decimal.of(value));
    }

    @Test
    void onlyWhatIsNeededIsRead() {
        workspace.imports().replace("targets", "targets.csv", writer -> {
            writer.write(2, target("sales", "2026-01", 100));
            writer.write(3, target("sales", "2026-02", 110));
            writer.write(4, target("visits", "2026-01", 20));
            writer.write(5, new DatedValueRow("salary", "1", "4000", Dates.BEGINNING, Dates.OPEN));
            writer.write(6, new DatedValueRow("title", "1", "Seller", Dates.BEGINNING, Dates.OPEN));
            writer.write(7, new Adjustment("monthly", "1_Seller_East", "2026-02", Decimal.of(5), "gift"));
            return writer.rows();
        });
        CalcInputs january = inputs(new Needed(Set.of("salary"), Set.of("sales"), Set.of("2026-01")));
        assertThat(january.periodValues()).containsExactly(target("sales", "2026-01", 100));
        assertThat(january.datedValues()).extracting(DatedValueRow::code).containsExactly("salary");
        assertThat(january.adjustments()).isEmpty();
        CalcInputs none = inputs(new Needed(Set.of(), Set.of(), Set.of()));
        assertThat(none.periodValues()).isEmpty();
        assertThat(none.datedValues()).isEmpty();
        assertThat(inputs(Needed.ALL).periodValues()).hasSize(3);
    }

    @Test
    void aMappingsRowsTakeThePlaceOfThoseItBroughtBefore() {
        workspace.imports().replace("targets", "targets.csv", writer -> {
            assertThat(writer.replaced()).isZero();
            writer.write(2, target("sales", "2026-01", 100));
            writer.write(3, target("sales", "2026-02", 110));
            return writer.rows();
        });
        workspace.imports().replace("visits", "visits.csv", writer -> {
            writer.write(2, target("visits", "2026-01", 20));
            return writer.rows();
        });
        workspace.imports().replace("targets", "new targets.csv", writer -> {
            assertThat(writer.replaced()).isEqualTo(2);
            writer.write(2, target("sales", "2026-01", 120));
            return writer.rows();
        });
        assertThat(inputs(Needed.ALL).periodValues()).containsExactlyInAnyOrder(target("sales", "2026-01", 120),
                target("visits", "2026-01", 20));
        assertThat(workspace.imports().current()).extracting(Imports.Import::mapping, Imports.Import::file,
                Imports.Import::rows).containsExactly(tuple("targets", "new targets.csv", 1L),
                        tuple("visits", "visits.csv", 1L));
        assertThat(workspace.imports().remove("targets")).isOne();
        assertThat(inputs(Needed.ALL).periodValues()).containsExactly(target("visits", "2026-01", 20));
    }

    @Test
    void anImportThatIsBrokenOffLeavesWhatWasThere() {
        workspace.imports().replace("targets", "targets.csv", writer -> {
            writer.write(2, target("sales", "2026-01", 100));
            return writer.rows();
        });
        assertThatThrownBy(() -> workspace.imports().replace("targets", "targets.csv", writer -> {
            for (int line = 2; line < 5000; line++) {
                writer.write(line, target("sales", "P" + line, line));
            }
            throw new IllegalStateException("The cable was pulled.");
        })).hasMessage("The cable was pulled.");
        assertThat(inputs(Needed.ALL).periodValues()).containsExactly(target("sales", "2026-01", 100));
        assertThat(workspace.imports().current()).extracting(Imports.Import::rows).containsExactly(1L);
    }

    private long write(String mapping, PeriodValueRow row) {
        return workspace.imports().replace(mapping, mapping + ".csv", writer -> {
            writer.write(2, row);
            return writer.rows();
        });
    }

    @Test
    void changesThatBelongTogetherAreMadeTogether() {
        workspace.together(() -> {
            write("sales", target("sales", "2026-01", 1));
            assertThat(inputs(Needed.ALL).periodValues()).as("what this thread has changed").hasSize(1);
            try (Workspace other = Workspace.open(folder)) {
                assertThat(other.inputs(Needed.ALL, CalcInputs.Balances.NONE).periodValues()).isEmpty();
            }
            return write("visits", target("visits", "2026-01", 2));
        });
        assertThat(inputs(Needed.ALL).periodValues()).hasSize(2);
    }

    @Test
    void aPartThatFailsIsUndoneAloneAndAWholeThatFailsAltogether() {
        assertThatThrownBy(() -> workspace.together(() -> {
            write("sales", target("sales", "2026-01", 1));
            assertThatThrownBy(() -> workspace.imports().replace("visits", "visits.csv", writer -> {
                writer.write(2, target("visits", "2026-01", 2));
                writer.finish();
                throw new IllegalStateException("The cable was pulled.");
            })).hasMessage("The cable was pulled.");
            assertThat(inputs(Needed.ALL).periodValues()).containsExactly(target("sales", "2026-01", 1));
            throw new IllegalStateException("The lights went out.");
        })).hasMessage("The lights went out.");
        assertThat(inputs(Needed.ALL).periodValues()).isEmpty();
        assertThat(write("sales", target("sales", "2026-01", 1))).isOne();
    }

    @Test
    void factFilesOfWhatIsUndoneAreRemoved() throws IOException {
        List<Path> files = new ArrayList<>();
        assertThatThrownBy(() -> workspace.together(() -> {
            workspace.imports().<Path, IOException>replace("orders", "orders.csv", writer -> {
                Path file = Files.writeString(writer.newFactFile("orders"), "PAR1");
                writer.addFactFile("orders", file, 1);
                files.add(file);
                return file;
            });
            assertThat(workspace.facts().current().of("orders")).isEqualTo(files).allMatch(Files::exists);
            throw new IllegalStateException("The lights went out.");
        })).hasMessage("The lights went out.");
        assertThat(files).hasSize(1).noneMatch(Files::exists);
        assertThat(workspace.facts().current().of("orders")).isEmpty();
    }

    @Test
    void aRowThatRepeatsAnotherOneIsAConflict() {
        workspace.imports().replace("oldTargets", "old.csv", writer -> {
            writer.write(17, target("sales", "2026-01", 100));
            return writer.rows();
        });
        workspace.imports().replace("targets", "new.csv", writer -> {
            writer.write(2, target("sales", "2026-01", 100));
            writer.write(3, target("sales", "2026-02", 1));
            writer.write(4, target("sales", "2026-02", 2));
            assertThat(writer.takeConflicts()).containsExactly(
                    new RowConflict(2, List.of("sales", "2026-01", "target", "1_Seller_East"), "oldTargets", 17),
                    new RowConflict(4, List.of("sales", "2026-02", "target", "1_Seller_East"), "targets", 3));
            assertThat(writer.rows()).isOne();
            return writer.rows();
        });
    }

    @Test
    void thePersonsNameIsTheOneThatWasBroughtInLast() {
        workspace.imports().replace("staff", "staff.csv", writer -> {
            writer.write(2, new PersonRow("1", "Ann Smith"));
            return writer.rows();
        });
        workspace.imports().replace("managers", "managers.csv", writer -> {
            writer.write(2, new PersonRow("1", "Ann Jones"));
            return writer.rows();
        });
        assertThat(inputs(Needed.ALL).persons()).containsExactly(new PersonRow("1", "Ann Jones"));
    }

    /** Rows of every kind, with ids that are hard on text. */
    private static final class RandomInputs {

        private static final String[] IDS = {"7", "007", "a_b", "50%", "O'Neil", "Sánchez", "王芳", "x\"y", "a b", "😀"};

        private final SplittableRandom random;

        RandomInputs(long seed) {
            random = new SplittableRandom(seed);
        }

        CalcInputs inputs() {
            return new CalcInputs(
                    several(() -> new OrganisationRow(id(), id(), random.nextBoolean() ? "" : id(),
                            random.nextBoolean() ? null : id(), day(), day())),
                    several(() -> new LeaderRow(id(), id(), day(), day())),
                    several(() -> new SuperiorRow(id(), id(), day(), day())),
                    List.of(new PersonRow("1", id()), new PersonRow("2", id())),
                    several(() -> new AssignmentRow(new AssignmentKey(id(), id(), id()), day(), day())),
                    several(() -> new DatedValueRow(id(), id(), id(), day(), day())), periodValues(), corrections(),
                    several(() -> new Adjustment(id(), id(), id(), number(), id())), CalcInputs.Balances.NONE);
        }

        private List<PeriodValueRow> periodValues() {
            List<PeriodValueRow> rows = new ArrayList<>();
            for (String id : IDS) {
                rows.add(new PeriodValueRow(id, series(), id(), id(), number()));
            }
            return rows;
        }

        private List<Correction> corrections() {
            return periodValues().stream().map(
                    row -> new Correction(row.indicator(), row.series(), row.subject(), row.period(), row.value(),
                            id()))
                    .toList();
        }

        private <T> List<T> several(Supplier<T> row) {
            List<T> rows = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                rows.add(row.get());
            }
            return rows;
        }

        private String id() {
            return IDS[random.nextInt(IDS.length)];
        }

        private Series series() {
            return List.of(Series.ACTUAL, Series.TARGET, Series.BASELINE).get(random.nextInt(3));
        }

        private Decimal number() {
            return Decimal.of(new RandomDecimals(random).next());
        }

        private LocalDate day() {
            return switch (random.nextInt(10)) {
                case 0 -> Dates.BEGINNING;
                case 1 -> Dates.OPEN;
                default -> LocalDate.ofEpochDay(random.nextLong(-10_000, 30_000));
            };
        }
    }
}
