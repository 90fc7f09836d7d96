package dev.hermes.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hermes.app.data.DataScreen;
import dev.hermes.app.frame.Place;
import dev.hermes.app.window.Offscreen;
import dev.hermes.testkit.Cases;
import dev.hermes.testkit.SharedData;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** An analyst brings the files of AdventureWorks in and builds its indicators by hand, until their values are right. */
class AdventureWorksScenarioTest {

    private static final String PERIOD = "P06";

    @TempDir
    Path folder;

    private Path data;
    private Robot robot;

    @BeforeEach
    void open(TestInfo test) {
        data = SharedData.require("data/adventureworks");
        Path workspace = folder.resolve("adventureworks");
        try (Workspace made = Workspace.create(workspace)) {
            made.documents().apply(List.of(DocumentFile.read("company.yaml", withoutIndicators())));
        }
        robot = Robot.start(test.getDisplayName(), folder.resolve("settings.json"));
        robot.open(workspace);
    }

    @AfterEach
    void close() {
        robot.close();
    }

    /** The calendar, the dataset and how the files are read. */
    private static String withoutIndicators() {
        return Arrays.stream(Cases.ADVENTUREWORKS.read("company.yaml").split("\n---\n"))
                .filter(document -> !document.contains("kind: indicator")).collect(Collectors.joining("\n---\n"));
    }

    @Test
    void fromTheFilesToValuesThatAreRight() throws IOException {
        bring("names", "person_employees.csv");
        bring("departments", "department.csv");
        bring("sales-people", "employee.csv");
        bring("sales-managers", "employee.csv");
        bring("orders", "sales_order_header.csv");
        robot.click("#rail-indicators");
        buildSales();
        bring("quotas", "sales_person_quota_history.csv");
        robot.click("#rail-indicators");
        robot.click("#periods");
        robot.click("#period-" + PERIOD);

        assertThat(values()).containsAllEntriesOf(
                expected("rep_commission.csv", "salesperson_id", "credited_sales")).hasSize(15);

        buildTeamSales();

        assertThat(values()).isEqualTo(expected("manager_override.csv", "manager_id", "team_sales"));
    }

    private void bring(String mapping, String file) {
        robot.click("#rail-data");
        Offscreen.run(() -> {
            DataScreen screen = (DataScreen) robot.workbench().model().screen(Place.DATA);
            screen.reveal(mapping);
            // As if it were dropped there.
            screen.take(data.resolve("data").resolve(file));
        });
        robot.calm();
        robot.click("#import-file");
        assertThat(robot.workbench().model().problems()).isEmpty();
        Workspace workspace = Objects.requireNonNull(robot.workbench().model().workspace().get());
        assertThat(workspace.imports().current()).anyMatch(made -> made.mapping().equals(mapping) && made.rows() > 0);
    }

    private void buildSales() {
        robot.click("#add-indicator");
        robot.click("#add-base");
        robot.fill("#indicator-name", "Credited sales");
        robot.fill("#indicator-code", "sales");
        robot.choose("#actual-aggregate", "sum");
        robot.choose("#actual-measure", "subTotal");
        robot.fill("#indicator-unit", "USD");
        robot.choose("#target-origin", "uploads");
    }

    private void buildTeamSales() {
        robot.click("#add-indicator");
        robot.click("#add-composite");
        robot.fill("#indicator-code", "teamSales");
        robot.fill("#indicator-unit", "USD");
        robot.write("#formula", "sales");
        robot.choose("#indicator-scope", "all subordinates");
        robot.write("#members", "!isMissing(sales.target)");
        robot.choose("#members-without-value", "are left out");
    }

    /** What the table below the graph says, by person. */
    private Map<String, BigDecimal> values() {
        return Offscreen.call(() -> {
            TableView<?> table = (TableView<?>) robot.scene().lookup("#values .table-view");
            Map<String, BigDecimal> values = new TreeMap<>();
            for (int row = 0; row < table.getItems().size(); row++) {
                String assignment = (String) table.getColumns().get(0).getCellData(row);
                String value = (String) table.getColumns().get(3).getCellData(row);
                if (!value.isEmpty()) {
                    values.put(assignment.substring(0, assignment.indexOf('_')),
                            new BigDecimal(value.replace("USD ", "").replace(",", "")));
                }
            }
            return values;
        });
    }

    /** What was published for the period, by person, to the cent. */
    private Map<String, BigDecimal> expected(String file, String person, String value) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(data.resolve("expected").resolve(file))) {
            return rows.stream().filter(row -> row.getField("period").equals(PERIOD))
                    .collect(Collectors.toMap(row -> row.getField(person),
                            row -> new BigDecimal(row.getField(value)).setScale(2, RoundingMode.HALF_EVEN)));
        }
    }
}
