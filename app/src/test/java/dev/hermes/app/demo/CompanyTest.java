package dev.hermes.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dates;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.roster.Roster;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyTest {

    private final DemoOptions options = new DemoOptions(2_000, 400_000, 6, 2026);
    private final Company company = Company.of(options);

    @Test
    void twoThousandPeopleWorkInTheTeamsOfTheCitiesOfFourRegions() {
        assertThat(company.employees()).hasSize(2_000);
        assertThat(company.regions()).extracting(Organisation::name).containsExactlyInAnyOrder("East", "North",
                "South", "West");
        assertThat(company.cities()).hasSizeBetween(20, 30);
        assertThat(company.teams()).hasSizeBetween(140, 160);
        assertThat(rows()).extracting(OrganisationRow::code, OrganisationRow::from).doesNotHaveDuplicates();
    }

    @Test
    void peopleJoinLeaveAndChangeTeamOftenInTheMiddleOfAMonth() {
        assertThat(company.employees()).filteredOn(person -> !person.joined().isBefore(options.start()))
                .hasSizeBetween(100, 300);
        assertThat(company.employees()).filteredOn(person -> !person.last().to().equals(Dates.OPEN))
                .hasSizeBetween(80, 250);
        assertThat(company.employees()).filteredOn(person -> person.stints().size() > 1).hasSizeBetween(40, 150)
                .filteredOn(person -> person.last().from().getDayOfMonth() > 1).hasSizeGreaterThan(20);
    }

    @Test
    void sellersRiseToHeadTeamsAndHeadsOfTeamsToHeadCities() {
        assertThat(company.employees()).filteredOn(person -> rose(person, Position.SELLER, Position.TEAM_LEAD))
                .isNotEmpty();
        assertThat(company.employees()).filteredOn(person -> rose(person, Position.TEAM_LEAD, Position.CITY_LEAD))
                .isNotEmpty();
    }

    @Test
    void someTeamsAreWithoutAHeadForAWhileAndSomeHaveANeighbours() {
        List<LeaderRow> heads = company.headships().rows();
        assertThat(heads).filteredOn(head -> !head.to().equals(Dates.OPEN)).filteredOn(
                head -> heads.stream().noneMatch(next -> next.organisation().equals(head.organisation())
                        && next.from().equals(head.to())))
                .isNotEmpty();
        assertThat(heads).filteredOn(head -> !head.head().endsWith("_" + head.organisation())).isNotEmpty();
    }

    @Test
    void someTeamsMoveToAnotherCity() {
        assertThat(company.teams()).filteredOn(team -> team.rows().size() > 1).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 77, 150, 400, 2_000, 5_000})
    void aCompanyOfAnySizeIsFreeOfContradictions(int people) {
        for (long seed = 1; seed <= 5; seed++) {
            DemoOptions small = new DemoOptions(people, 1_000, 6, seed);
            Company of = Company.of(small);
            assertThat(of.employees()).hasSize(people);
            assertThat(Roster.of(inputs(of), small.start(), small.end()).warnings()).isEmpty();
        }
    }

    private static boolean rose(Employee person, Position from, Position to) {
        return person.stints().size() == 2 && person.stints().getFirst().position() == from
                && person.last().position() == to;
    }

    private List<OrganisationRow> rows() {
        return inputs(company).organisations();
    }

    private static CalcInputs inputs(Company of) {
        List<OrganisationRow> organisations = Stream.of(of.regions(), of.cities(), of.teams()).flatMap(List::stream)
                .flatMap(organisation -> organisation.rows().stream()).toList();
        return new CalcInputs(organisations, of.headships().rows(), List.of(), List.of(),
                of.employees().stream().flatMap(person -> Personnel.assignments(person).stream()).toList(), List.of(),
                List.of(), List.of(), List.of(), CalcInputs.Balances.NONE);
    }
}
