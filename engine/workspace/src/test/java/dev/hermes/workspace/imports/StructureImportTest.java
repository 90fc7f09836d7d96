package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.Dates;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.Mapping;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.SuperiorRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureImportTest {

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void organisationsHaveANameALevelAParentAndDates() throws IOException {
        fixture.file("organisations.csv", """
                Code,Name,Level,Above,Since,Until
                HQ,Headquarters,company,,,
                EAST,Region East,region,HQ,2026-01-01,2026-07-01
                """);
        ImportSummary summary = fixture.run("""
                code: organisations
                file: organisations.csv
                into: organisations
                fields: {code: Code, name: Name, level: Level, parent: Above, from: Since, to: Until}
                """);
        assertThat(summary).isEqualTo(new ImportSummary("organisations", Mapping.Target.ORGANISATIONS, 2, 2, 0, 0));
        assertThat(fixture.inputs().organisations()).containsExactly(
                new OrganisationRow("HQ", "Headquarters", "company", null, Dates.BEGINNING, Dates.OPEN),
                new OrganisationRow("EAST", "Region East", "region", "HQ", day("2026-01-01"), day("2026-07-01")));
    }

    @Test
    void anOrganisationNeedsNoMoreThanACode() throws IOException {
        fixture.file("organisations.csv", "dept_no\nd001\n").run("""
                code: departments
                file: organisations.csv
                into: organisations
                fields: {code: dept_no}
                """);
        assertThat(fixture.inputs().organisations())
                .containsExactly(new OrganisationRow("d001", "d001", "", null, Dates.BEGINNING, Dates.OPEN));
    }

    @Test
    void anInclusiveEndBecomesTheDayAfterIt() throws IOException {
        fixture.file("territories.csv", """
                BusinessEntityID,TerritoryID,StartDate,EndDate
                275,2,2011-05-31,2012-11-29
                275,3,2012-11-30,
                """).run("""
                code: territories
                file: territories.csv
                into: assignments
                fields:
                  person: BusinessEntityID
                  position: {value: SalesRepresentative}
                  organisation: TerritoryID
                  from: StartDate
                  to: {column: EndDate, plusDays: 1}
                """);
        assertThat(fixture.inputs().assignments()).containsExactly(
                new AssignmentRow(new AssignmentKey("275", "SalesRepresentative", "2"), day("2011-05-31"),
                        day("2012-11-30")),
                new AssignmentRow(new AssignmentKey("275", "SalesRepresentative", "3"), day("2012-11-30"), Dates.OPEN));
    }

    @Test
    void anAssignmentMayBeNamedByItsKey() throws IOException {
        fixture.file("assignments.csv", "key,since\n7_Seller_North%5FEast,31.01.2026\n").run("""
                code: assignments
                file: assignments.csv
                into: assignments
                fields: {assignment: key, from: {column: since, format: dd.MM.yyyy}}
                """);
        assertThat(fixture.inputs().assignments()).containsExactly(new AssignmentRow(
                new AssignmentKey("7", "Seller", "North_East"), day("2026-01-31"), Dates.OPEN));
    }

    @Test
    void rowsOfNoDayAreTakenAndRowsThatEndBeforeTheyBeginAreNot() throws IOException {
        String mapping = """
                code: titles
                file: titles.csv
                into: assignments
                fields: {person: emp_no, position: title, organisation: {value: all}, from: from_date, to: to_date}
                """;
        fixture.file("titles.csv", """
                emp_no,title,from_date,to_date
                17922,Engineer,1992-12-17,1992-12-17
                """).run(mapping);
        assertThat(fixture.inputs().assignments()).hasSize(1);
        fixture.file("titles.csv", """
                emp_no,title,from_date,to_date
                17922,Engineer,1992-12-17,1992-12-16
                """);
        assertThat(fixture.findings(mapping)).containsExactly("titles.csv:2:4: column to_date: The row ends on "
                + "1992-12-16, before it begins on 1992-12-17. Maybe the two dates are swapped.");
    }

    @Test
    void theEndOfTimeStaysTheEndOfTime() throws IOException {
        fixture.file("a.csv", "person,until\n1,9999-12-31\n2,9999-01-01\n").run("""
                code: a
                file: a.csv
                into: assignments
                fields: {person: person, position: {value: p}, organisation: {value: o}, to: {column: until, plusDays: 1}}
                """);
        assertThat(fixture.inputs().assignments()).extracting(AssignmentRow::to).containsExactly(Dates.OPEN,
                day("9999-01-02"));
    }

    @Test
    void headsArePersonsOrAssignmentsHereOrElsewhere() throws IOException {
        fixture.file("heads.csv", "org,who,position,at\nEAST,7,Manager,HQ\n");
        String mapping = """
                code: %s
                file: heads.csv
                into: leaders
                fields: {organisation: org, %s}
                """;
        fixture.run(mapping.formatted("byPerson", "person: who"));
        fixture.run(mapping.formatted("here", "person: who, position: position"));
        fixture.run(mapping.formatted("elsewhere", "person: who, position: position, headOrganisation: at"));
        fixture.run(mapping.formatted("byHead", "head: who"));
        assertThat(fixture.inputs().leaders()).extracting(LeaderRow::head).containsExactly("7", "7_Manager_EAST",
                "7_Manager_HQ", "7");
    }

    @Test
    void superiorsAndNamesComeFromTheSameFile() throws IOException {
        fixture.file("employees.csv", """
                BusinessEntityID,ManagerBusinessEntityID,FirstName,LastName
                1,0,Ken,Sánchez
                2,1,Terri,Duffy
                """);
        ImportSummary superiors = fixture.run("""
                code: superiors
                file: employees.csv
                into: superiors
                where: ManagerBusinessEntityID != '0'
                fields: {subordinate: BusinessEntityID, superior: ManagerBusinessEntityID}
                """);
        fixture.run("""
                code: names
                file: employees.csv
                into: persons
                fields: {person: BusinessEntityID, name: {formula: "concat(FirstName, ' ', LastName)"}}
                """);
        assertThat(superiors).isEqualTo(new ImportSummary("superiors", Mapping.Target.SUPERIORS, 2, 1, 1, 0));
        assertThat(fixture.inputs().superiors())
                .containsExactly(new SuperiorRow("2", "1", Dates.BEGINNING, Dates.OPEN));
        assertThat(fixture.inputs().persons()).containsExactlyInAnyOrder(new PersonRow("1", "Ken Sánchez"),
                new PersonRow("2", "Terri Duffy"));
    }

    @Test
    void nobodyIsTheOwnSuperiorAndNoOrganisationTheOwnParent() throws IOException {
        fixture.file("x.csv", "a,b\n1,1\n");
        assertThat(fixture.findings("""
                code: x
                file: x.csv
                into: superiors
                fields: {subordinate: a, superior: b}
                """)).containsExactly("x.csv:2:2: column b: 1 cannot be the own superior. "
                + "Maybe leave such rows out with where.");
        assertThat(fixture.findings("""
                code: x
                file: x.csv
                into: organisations
                fields: {code: a, parent: b}
                """)).containsExactly("x.csv:2:2: column b: The organisation 1 cannot be its own parent. "
                + "Maybe leave the cell empty.");
    }
}
