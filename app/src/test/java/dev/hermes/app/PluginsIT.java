package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was assembled, started as a user starts it, reads files through the plugins that lie beside it. */
@DisabledOnOs(OS.WINDOWS)
class PluginsIT {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void copyFiles() throws IOException {
        files = Accelerators.in(folder);
        assertThat(files.apply().code()).isZero();
        writeWorkbook(files.file("goals.xlsx"), """
                <row r="1"><c r="A1" t="inlineStr"><is><t>Goals of March</t></is></c></row>
                <row r="3"><c r="B3" t="inlineStr"><is><t>seller</t></is></c><c r="C3" t="inlineStr"><is><t>goal</t></is></c></row>
                <row r="4"><c r="B4" t="inlineStr"><is><t>S41</t></is></c><c r="C4"><v>100000</v></c></row>
                <row r="5"><c r="B5" t="inlineStr"><is><t>S42</t></is></c><c r="C5" t="e"><v>#N/A</v></c></row>
                """);
    }

    @Test
    void aWorkbookOfExcelIsReadByItsPlugin() throws Exception {
        Path mapping = mapping("{excel: {sheet: Goals, range: 'B3:C4'}}");

        Cli answer = start("import", files.workspace(), mapping);

        assertThat(answer.err()).isEmpty();
        assertThat(answer.lines()).containsExactly("  mapping  into     brought in  left out  rejected  replaced",
                "  goals    targets           1         0         0         0");
        assertThat(answer.code()).isZero();
    }

    @Test
    void whatIsWrongInAWorkbookIsSaidAtItsPlace() throws Exception {
        Cli answer = start("import", files.workspace(), mapping("{excel: {range: 'B3:C'}}"));

        assertThat(answer.findings()).anyMatch(line -> line
                .contains("goals.xlsx:5:2: column goal: C5: #N/A is no value. Maybe correct the cell."));
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void aFormatThatIsNoneIsGuessedAt() throws Exception {
        Cli answer = start("import", files.workspace(), mapping("exel"));

        assertThat(answer.err()).contains("No plugin reads the format exel; plugins were looked for in the folders in "
                + home().toRealPath().resolve("plugins") + ". Maybe excel.");
    }

    @Test
    void aDatabaseIsReadByItsPluginWithADriverOfItsOwn() throws Exception {
        Path database = files.file("goals.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table goals (seller text, goal)");
            statement.execute("insert into goals values ('S41', 100000)");
        }

        Cli answer = start("import", files.workspace(),
                mapping("goals.db", "{sqlite: {query: 'select seller, goal from goals order by seller'}}"));

        assertThat(answer.err()).isEmpty();
        assertThat(answer.lines()).last().asString().startsWith("  goals    targets           1 ");
        assertThat(answer.code()).isZero();
    }

    @Test
    void aConnectionToNowhereIsSaidAtItsFile() throws Exception {
        Files.writeString(files.file("shop.connection"), """
                product = postgresql
                host = localhost
                port = 1
                database = shop
                user = reader
                tls = off
                """);

        Cli answer = start("import", files.workspace(),
                mapping("shop.connection", "{database: {query: 'select seller, goal from goals'}}"));

        assertThat(answer.err())
                .contains("shop.connection:1:1: file: The database shop on localhost:1 cannot be reached: ");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void aScriptIsRunWhenItIsTrustedAndNotBefore() throws Exception {
        Path ran = folder.resolve("ran");
        Path script = Files.writeString(files.file("goals.groovy"), """
                new File('%s').text = 'yes'
                [[seller: 'S41', goal: 100000.00]]
                """.formatted(ran));
        Path mapping = mapping("goals.groovy", "script");

        Cli before = start("import", files.workspace(), mapping);
        assertThat(before.err()).contains("is a program that you have not trusted, so it was not run. Its SHA-256 is ",
                "hermes trust " + script);
        assertThat(before.code()).isEqualTo(2);
        assertThat(ran).doesNotExist();

        assertThat(start("trust", script).code()).isZero();
        Cli after = start("import", files.workspace(), mapping);
        assertThat(after.err()).isEmpty();
        assertThat(after.lines()).last().asString().startsWith("  goals    targets           1 ");
        assertThat(ran).hasContent("yes");
    }

    @Test
    void aScriptThatRunsAwayEndsWithTheProgramAndStoresNothing() throws Exception {
        Path ran = folder.resolve("ran");
        Path script = Files.writeString(files.file("goals.groovy"), """
                new File('%s').text = 'yes'
                int n = 0
                while (true) { n++ }
                """.formatted(ran));
        assertThat(start("trust", script).code()).isZero();
        WorkspaceState before = WorkspaceState.of(files.workspace());

        Process program = begin("import", files.workspace(), mapping("goals.groovy", "script"));
        while (!Files.exists(ran) && program.isAlive()) {
            Thread.onSpinWait();
        }
        program.destroy();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("Cancelled; nothing was stored.");
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void aFormatThatNoPluginReadsIsDoubtfulToCheck() throws Exception {
        Cli answer = start("check", mapping("exel"));

        assertThat(answer.err()).contains("warning: ", "No plugin reads the format exel", "Maybe excel.");
        assertThat(answer.code()).isEqualTo(1);
    }

    private Path mapping(String format) throws IOException {
        return mapping("goals.xlsx", format);
    }

    private Path mapping(String file, String format) throws IOException {
        return Files.writeString(files.file("goals-mapped.yaml"), """
                hermes: 1
                kind: mapping
                code: goals
                file: %s
                format: %s
                into: targets
                of: sales
                fields:
                  person: seller
                  period: {value: 2026-03}
                  value: goal
                """.formatted(file, format));
    }

    private static Path home() {
        return Path.of(System.getProperty("hermes.home"));
    }

    private Cli start(Object... arguments) throws IOException, InterruptedException {
        int code = begin(arguments).waitFor();
        return new Cli(code, Files.readString(folder.resolve("out.txt")), Files.readString(folder.resolve("err.txt")));
    }

    private Process begin(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home().resolve("bin/hermes").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.add("--quiet");
        ProcessBuilder program = new ProcessBuilder(command).redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        program.environment().put("HERMES_JAVA_OPTS", "-Dhermes.config=" + folder.resolve("config"));
        return program.start();
    }

    private static void writeWorkbook(Path file, String rows) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.\
                    spreadsheetml.sheet.main+xml"/></Types>""");
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Goals" sheetId="1" r:id="r1"/></sheets>\
                    </workbook>""".formatted(MAIN, RELATIONS));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "sheet1.xml"));
            part(zip, "xl/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                    + "</sheetData></worksheet>");
        }
    }

    private static String relation(String type, String target) {
        return """
                <Relationships xmlns="%s"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>"""
                .formatted(PACKAGE, RELATIONS, type, target);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
